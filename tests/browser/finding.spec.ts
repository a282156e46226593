import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './site.ts';

const TOOL = '/tools/notes/create_note/';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search' });
const box = (page: Page) =>
  dialog(page).getByRole('searchbox', { name: 'Search tools, servers and attacks' });
const results = (page: Page) => dialog(page).locator('.results a');
const recent = (page: Page) => dialog(page).locator('.recent li button');

async function openSearch(page: Page, key = '/'): Promise<void> {
  await page.keyboard.press(key);
  await expect(box(page)).toBeFocused();
  await expect(dialog(page).locator('site-search')).toHaveAttribute('data-state', 'done');
}

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Sums what moves on the page without a key or click before it. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const watched = Object.assign(window, { shifts: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput } = entry as unknown as { value: number; hadRecentInput: boolean };
        if (!hadRecentInput) watched.shifts += value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { shifts: number }).shifts);
}

for (const key of ['/', 'Control+k', 'Meta+k'])
  test(`${key} opens the search over the page, Esc closes it and gives the focus back`, async ({ page }) => {
    const shifts = await watchShifts(page);
    await page.goto(TOOL);
    const link = page.getByRole('banner').getByRole('link', { name: 'Servers' });
    await link.focus();
    await openSearch(page, key);
    await page.keyboard.type('notes');
    await expect(results(page)).not.toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(box(page)).toHaveValue('');
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toHaveCount(0);
    await expect(link).toBeFocused();
    expect(page.url()).toContain(TOOL);
    expect(await shifts()).toBe(0);
  });

test('arrows and Enter go to a result, and the words of the query are marked in it', async ({ page }) => {
  await page.goto(TOOL);
  await openSearch(page);
  await page.keyboard.type('payinvoice');
  await expect(results(page).first()).toHaveText('pay_invoice');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('pay inv');
  await expect(results(page).first().locator('mark')).toHaveText(['pay', 'inv']);
  await page.keyboard.press('ArrowDown');
  await expect(results(page).first()).toBeFocused();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/tools/notes/pay_invoice/');
});

test('an attack is found by its CVE from any page, and is told from a tool', async ({ page }) => {
  await page.goto(TOOL);
  await openSearch(page);
  await page.keyboard.type('cve-2025-6514');
  await expect(results(page)).toHaveCount(1);
  const row = dialog(page).locator('.results li');
  await expect(row).toHaveText(/^critical attack\s*mcp-remote .+ CVE-2025-6514 /);
  await expect(row.locator('.risk-critical')).toBeVisible();
  await expect(row.locator('.verdict')).toHaveText(/policy/);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/attacks/mcp-remote-oauth-command-injection/');
});

test('searches that led somewhere come back, the last first, until they are forgotten', async ({ page }) => {
  await page.goto(TOOL);
  for (const text of ['pay', '<b>fetch</b>']) {
    await openSearch(page);
    await page.keyboard.type(text);
    await expect(results(page)).not.toHaveCount(0);
    await expect(recent(page)).toHaveCount(0);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname !== TOOL);
    await page.goto(TOOL);
  }
  await openSearch(page);
  await expect(recent(page)).toHaveText(['<b>fetch</b>', 'pay']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(recent(page).nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(box(page)).toHaveValue('pay');
  await expect(results(page).first()).toHaveText('pay_invoice');
  await page.keyboard.press('Escape');
  await expect(recent(page)).toHaveCount(2);
  await dialog(page).getByRole('button', { name: 'Forget them' }).click();
  await expect(recent(page)).toHaveCount(0);
  await expect(box(page)).toBeFocused();
});

test('the search works where storage is closed', async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('closed', 'SecurityError');
      },
    }),
  );
  await page.goto(TOOL);
  await openSearch(page);
  await page.keyboard.type('pay_invoice');
  await expect(results(page)).not.toHaveCount(0);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/tools/notes/pay_invoice/');
});

test('the page below is inert, the dialog scrolls alone, and it opens again as it was left', async ({
  page,
}) => {
  await page.goto(TOOL);
  await page.getByRole('link', { name: 'Search' }).click();
  await expect(box(page)).toBeFocused();
  await page.keyboard.type('note');
  await expect(results(page)).not.toHaveCount(0);
  for (let each = 0; each < 60; each += 1) {
    await page.keyboard.press('Tab');
    const outside = await page.evaluate(
      () => document.activeElement?.closest('dialog') === null && document.activeElement !== document.body,
    );
    expect(outside).toBe(false);
  }
  await dialog(page).getByRole('button', { name: 'Close' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await openSearch(page);
  await expect(box(page)).toHaveValue('note');
  await page.mouse.click(5, 500);
  await expect(dialog(page)).toHaveCount(0);
});

test('a slash in a text stays a slash', async ({ page }) => {
  await page.goto('/');
  await page.locator('#q').focus();
  await page.keyboard.press('/');
  await expect(page.locator('#q')).toHaveValue('/');
  await expect(dialog(page)).toHaveCount(0);
});

test('with a key that opens a new tab, and without scripts, the link stays a link', async ({
  browser,
  page,
  baseURL,
}) => {
  await page.goto(TOOL);
  const opened = page.context().waitForEvent('page');
  await page.getByRole('link', { name: 'Search' }).click({ modifiers: ['Control'] });
  await expect(await opened).toHaveURL(/\/search\/$/);
  await expect(dialog(page)).toHaveCount(0);
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const plain = await context.newPage();
  await plain.goto(TOOL);
  await plain.getByRole('link', { name: 'Search' }).click();
  await expect(plain).toHaveURL(/\/search\/$/);
  await context.close();
});

test('what is typed before the search has come is kept, and a search that cannot come leads to its page', async ({
  page,
}) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/search/', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(TOOL);
  await page.keyboard.press('/');
  await expect(box(page)).toBeFocused();
  await page.keyboard.type('pay_');
  release();
  await expect(results(page).first()).toHaveText('pay_invoice');
  await page.keyboard.type('invoice');
  await expect(box(page)).toHaveValue('pay_invoice');

  await page.unroute('**/search/');
  await page.route('**/search/', (route) =>
    route.request().isNavigationRequest() ? route.continue() : route.abort(),
  );
  await page.goto('/about/');
  await page.keyboard.press('/');
  await page.waitForURL('**/search/**');
});

test('the index is loaded when the pointer or the focus comes to the link', async ({ page }) => {
  await page.goto(TOOL, { waitUntil: 'networkidle' });
  const asked = page.waitForRequest('**/records.bin');
  await page.getByRole('link', { name: 'Search' }).hover();
  await asked;
});

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [360, 1440])
    test(`the dialog has no accessibility fault and fits (${colorScheme}, ${width} px)`, async ({
      browser,
      baseURL,
    }) => {
      const viewport = { width, height: 740 };
      const context = await browser.newContext({ colorScheme, viewport, ...(baseURL && { baseURL }) });
      const page = await context.newPage();
      await page.goto(TOOL);
      await page.evaluate(() => localStorage.setItem('recent-searches', '["pay"]'));
      await openSearch(page);
      expect(await faultsOf(page)).toEqual([]);
      // Tools and attacks.
      await page.keyboard.type('message');
      await expect(results(page)).not.toHaveCount(0);
      await expect(dialog(page).locator('site-search')).toHaveAttribute('data-state', 'done');
      await expect(dialog(page).locator('.results .verdict')).not.toHaveCount(0);
      expect(await faultsOf(page)).toEqual([]);
      const { scrollWidth, clientWidth } = await dialog(page).evaluate((element) => {
        const { scrollWidth, clientWidth } = element;
        return { scrollWidth, clientWidth };
      });
      expect(scrollWidth).toBe(clientWidth);
      await context.close();
    });

const list = (page: Page) => page.locator('list-finder');
const found = (page: Page) => list(page).locator('.found li a');
const status = (page: Page) => page.locator('.list-filter').getByRole('status');
const choice = (page: Page, name: string) => page.locator(`.list-filter select[name=${name}]`);
const table = (page: Page) => page.locator('tool-table');
const shownTools = (page: Page) => table(page).locator('tbody tr:visible th a');
const texts = (page: Page) => shownTools(page).allTextContents();
const head = (page: Page, name: string) => table(page).getByRole('columnheader', { name });

test('a list is filtered and sorted in place, and its address brings that back', async ({ page }) => {
  await page.goto('/tools/');
  const first = await list(page).locator('.whole li a').first().textContent();
  await page.getByRole('searchbox', { name: 'Filter' }).focus();
  await page.keyboard.type('note');
  await expect(found(page).first()).toBeVisible();
  await expect(list(page).locator('.whole')).toBeHidden();
  await expect(status(page)).toHaveText(/^\d+ tools$/);
  await expect(page).toHaveURL(/\?filter=note$/);
  await choice(page, 'level').selectOption('critical');
  await choice(page, 'sort').selectOption('risk');
  await expect(page).toHaveURL(/\?filter=note&level=critical&sort=risk$/);
  await expect(list(page).locator('.found .risk:not(.risk-critical)')).toHaveCount(0);
  const links = await found(page).allTextContents();
  expect(links.length).toBeGreaterThan(0);
  await found(page).first().click();
  await page.waitForURL('**/tools/*/*/');
  await page.goBack();
  await expect(found(page)).toHaveText(links);
  await page.reload();
  await expect(found(page)).toHaveText(links);
  await expect(page.getByRole('searchbox', { name: 'Filter' })).toHaveValue('note');
  await choice(page, 'level').selectOption('');
  await choice(page, 'sort').selectOption('');
  await page.getByRole('searchbox', { name: 'Filter' }).fill('');
  await expect(list(page).locator('.whole li a').first()).toHaveText(first ?? '');
  await expect(page).toHaveURL(/\/tools\/$/);
});

test('how many rows are shown stands in the address, and the way back leads to the same place', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 400 });
  await page.goto('/tools/?filter=e&rows=200');
  await found(page).nth(8).focus();
  const place = await page.evaluate(() => scrollY);
  expect(place).toBeGreaterThan(0);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/tools/*/*/');
  await page.goBack();
  await expect(page).toHaveURL(/\?filter=e&rows=200$/);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(place);
  await page.getByRole('searchbox', { name: 'Filter' }).fill('note');
  await expect(page).toHaveURL(/\?filter=note$/);
});

test('a list of servers is sorted by the number of their tools, and keeps to its topic', async ({ page }) => {
  await page.goto('/servers/?sort=tools');
  await expect(found(page).first()).toBeVisible();
  const counts = (await list(page).locator('.found .soft').allTextContents()).map((text) =>
    Number(/(\d+) tools?/.exec(text)?.[1]),
  );
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  await page.goto('/topics/databases/');
  const here = await list(page).locator('.whole li a').allTextContents();
  await choice(page, 'sort').selectOption('risk');
  await expect(found(page)).toHaveCount(here.length);
});

test('text of the catalogue is text in a filtered list, and an odd address does no harm', async ({
  page,
}) => {
  await page.goto('/tools/?filter=script&level=no-such-level&sort=nothing');
  await expect(found(page).filter({ hasText: '<script>' }).first()).toBeVisible();
  await expect(choice(page, 'level')).toHaveValue('');
  await page.getByRole('searchbox', { name: 'Filter' }).fill('zzzz');
  await expect(status(page)).toHaveText('0 tools');
});

test('where the whole list cannot be loaded, its pages stay', async ({ page }) => {
  await page.route('**/records.bin', (route) => route.abort());
  await page.goto('/tools/?filter=note');
  await expect(status(page)).toContainText('could not be loaded');
  await expect(list(page).locator('.whole li a').first()).toBeVisible();
});

test('the table of a server is sorted by its heads with the keyboard', async ({ page }) => {
  await page.goto('/servers/notes/');
  await expect(head(page, 'Risk')).toHaveAttribute('aria-sort', 'descending');
  await expect(status(page)).toHaveText('Riskiest first');
  const own = await texts(page);
  await head(page, 'Tool').getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(head(page, 'Tool')).toHaveAttribute('aria-sort', 'ascending');
  await expect(head(page, 'Risk')).not.toHaveAttribute('aria-sort');
  await expect(page).toHaveURL(/\?sort=name$/);
  expect(await texts(page)).toEqual(own.toSorted());
  await expect(status(page)).toHaveText(/, by name$/);
  await expect(head(page, 'Tool').getByRole('button')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(head(page, 'Tool')).toHaveAttribute('aria-sort', 'descending');
  expect(await texts(page)).toEqual(own.toSorted().reverse());
  await page.reload();
  await expect(head(page, 'Tool')).toHaveAttribute('aria-sort', 'descending');
  await head(page, 'Risk').getByRole('button').click();
  await expect(head(page, 'Risk')).toHaveAttribute('aria-sort', 'descending');
  expect(await texts(page)).toEqual(own);
  await expect(page).toHaveURL(/\/servers\/notes\/$/);
});

test('the table of a server is filtered by words and category', async ({ page }) => {
  await page.goto('/servers/notes/');
  const all = (await texts(page)).length;
  await page.getByRole('searchbox', { name: 'Filter' }).focus();
  await page.keyboard.type('create-note');
  await expect(shownTools(page)).toHaveText(['create_note']);
  await expect(status(page)).toHaveText(`1 of ${all} tools, riskiest first`);
  await page.getByRole('searchbox', { name: 'Filter' }).fill('');
  await choice(page, 'category').selectOption('Read');
  await expect(page).toHaveURL(/\?category=Read$/);
  const cells = await table(page).locator('tbody tr:visible td:nth-child(3)').allTextContents();
  expect(new Set(cells)).toEqual(new Set(['Read']));
});

test('lists are plain pages without scripts, and load none before they are used', async ({
  browser,
  page,
  baseURL,
}) => {
  const scripts: string[] = [];
  page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
  for (const path of ['/tools/', '/servers/notes/']) {
    scripts.length = 0;
    await page.goto(path, { waitUntil: 'networkidle' });
    expect(scripts).toHaveLength(1);
  }
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const plain = await context.newPage();
  await plain.goto('/tools/');
  await expect(plain.locator('.list-filter')).toBeHidden();
  await expect(list(plain).locator('.whole li a').first()).toBeVisible();
  await plain.goto('/servers/notes/');
  await expect(plain.locator('.list-filter')).toBeHidden();
  await expect(plain.locator('thead button').first()).toBeHidden();
  await expect(plain.locator('thead noscript').first()).toBeVisible();
  await context.close();
});

const STATES = [
  '/tools/?filter=note',
  '/servers/?sort=risk',
  '/tools/?filter=zzzz',
  '/servers/notes/?sort=name&filter=note',
];
for (const colorScheme of ['light', 'dark'] as const)
  for (const path of STATES)
    test(`${path} has no accessibility fault, fits 320 px and does not move (${colorScheme})`, async ({
      browser,
      baseURL,
    }) => {
      const viewport = { width: 320, height: 640 };
      const context = await browser.newContext({ colorScheme, viewport, ...(baseURL && { baseURL }) });
      const page = await context.newPage();
      const shifts = await watchShifts(page);
      await page.goto(path);
      await expect(status(page)).not.toBeEmpty();
      expect(await faultsOf(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      expect(await shifts()).toBe(0);
      await context.close();
    });
