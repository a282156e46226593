import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './site.ts';

const TOOL = '/tools/notes/create_note/';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search' });
const box = (page: Page) => dialog(page).getByRole('searchbox', { name: 'Search tools and servers' });
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
    const link = page.getByRole('link', { name: 'Method' });
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
      await page.keyboard.type('note');
      await expect(results(page)).not.toHaveCount(0);
      await expect(dialog(page).locator('site-search')).toHaveAttribute('data-state', 'done');
      expect(await faultsOf(page)).toEqual([]);
      const { scrollWidth, clientWidth } = await dialog(page).evaluate((element) => {
        const { scrollWidth, clientWidth } = element;
        return { scrollWidth, clientWidth };
      });
      expect(scrollWidth).toBe(clientWidth);
      await context.close();
    });
