import { AxeBuilder } from '@axe-core/playwright';
import { amount, box, checkbox, expect, found, results, test } from './site.ts';

test('the whole way by keyboard: slash, typing, arrows, Esc, Enter, back', async ({ page }) => {
  await page.goto('/search/');
  await page.locator('h1').click();
  await page.keyboard.press('/');
  await expect(box(page)).toBeFocused();
  await page.keyboard.type('create_issue');
  await found(page);
  await page.keyboard.press('ArrowDown');
  await expect(results(page).nth(0)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(results(page).nth(1)).toBeFocused();
  await page.keyboard.press('End');
  await expect(results(page).last()).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  await expect(box(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue('create_issue');
  await page.keyboard.press('ArrowDown');
  const href = (await results(page).nth(0).getAttribute('href')) as string;
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${href}`);
  await page.goBack();
  await expect(box(page)).toHaveValue('create_issue');
  await expect(results(page)).toHaveCount(20);
});

test('Enter in the box opens the first result, also when it is pressed before there is one', async ({
  page,
}) => {
  await page.goto('/search/');
  await page.keyboard.type('resolve-library-id');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/tools/upstash-context7-mcp/resolve-library-id/');
});

test('Esc empties the box, and the slash can be typed into it', async ({ page }) => {
  await page.goto('/search/?q=github');
  await found(page);
  await box(page).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('/');
  await expect(box(page)).toHaveValue('github/');
  await page.keyboard.press('Escape');
  await expect(box(page)).toHaveValue('');
  await expect(results(page)).toHaveCount(0);
  await expect(amount(page)).toHaveText(/^[\d,]+ tools on [\d,]+ MCP servers, and [\d,]+ attacks\.$/);
});

test('facets narrow the results, show what they would give, and stand in the address', async ({ page }) => {
  await page.goto('/search/?q=delete');
  await found(page);
  const critical = checkbox(page, 'level', 'critical');
  const count = await critical.locator('xpath=..').locator('.count').textContent();
  await critical.check();
  await found(page);
  await expect(amount(page)).toHaveText(`${count} results`);
  await checkbox(page, 'topic', 'databases').check();
  await found(page);
  await expect(page).toHaveURL(/\?q=delete&level=critical&topic=databases$/);
  await expect(page.locator('.results .risk:not(.risk-critical)')).toHaveCount(0);
  await page.goBack();
  await expect(checkbox(page, 'topic', 'databases')).not.toBeChecked();
  await expect(critical).toBeChecked();
  await expect(amount(page)).toHaveText(`${count} results`);
  await page.getByRole('button', { name: 'Clear all filters' }).click();
  await expect(page).toHaveURL(/\?q=delete$/);
});

test('an address is a state: results, choices and the box come from it', async ({ page }) => {
  await page.goto('/search/?q=bucket&level=critical&kind=tool&level=no-such-level');
  await found(page);
  await expect(box(page)).toHaveValue('bucket');
  await expect(checkbox(page, 'level', 'critical')).toBeChecked();
  await expect(checkbox(page, 'kind', 'tool')).toBeChecked();
  await expect(results(page).first()).toContainText(/bucket/i);
});

test('facets alone list what they choose', async ({ page }) => {
  await page.goto('/search/?category=financial&topic=payments-finance');
  await found(page);
  await expect(results(page)).toHaveCount(20);
});

test('each new query is one step of the history, however many keys it took', async ({ page }) => {
  await page.goto('/search/');
  await page.keyboard.type('github', { delay: 20 });
  await found(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await box(page).selectText();
  await page.keyboard.type('slack', { delay: 20 });
  await found(page);
  await expect(page).toHaveURL(/\?q=slack$/);
  await page.goBack();
  await expect(page).toHaveURL(/\?q=github$/);
  await expect(box(page)).toHaveValue('github');
});

test('more results come below, and the focus goes to the first of them', async ({ page }) => {
  await page.goto('/search/?q=create_issue');
  await found(page);
  const before = await results(page).evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(results(page)).toHaveCount(40);
  await expect(results(page).nth(20)).toBeFocused();
  const after = await results(page).evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(after.slice(0, 20)).toEqual(before);
});

test('the number of results is told to screen readers, and every row says name, server and risk', async ({
  page,
}) => {
  await page.goto('/search/?q=delete_bucket');
  await expect(page.getByRole('status')).toHaveText(/^\d+ results$/);
  const row = page.locator('.results li').first();
  await expect(row).toHaveText(/^critical\s*delete_bucket\s+on \S/);
  await expect(row.locator('.summary')).not.toBeEmpty();
});

test('an attack is told from a tool, with its severity, its advisories and what a policy does', async ({
  page,
}) => {
  await page.goto('/search/?q=CVE-2025-6514');
  await found(page);
  const row = page.locator('.results li').first();
  await expect(row).toHaveText(/^critical attack\s*mcp-remote .+ CVE-2025-6514 .*A policy \S.*/);
  await expect(row.locator('.risk-critical')).toBeVisible();
  await expect(row.locator('.verdict')).toBeVisible();
  await expect(row.locator('.summary')).not.toBeEmpty();
});

test('attacks are a kind of their own, with a severity and without a risk', async ({ page }) => {
  await page.goto('/search/?kind=attack');
  await found(page);
  const all = await checkbox(page, 'kind', 'attack').locator('xpath=..').locator('.count').textContent();
  await expect(amount(page)).toHaveText(`${all} results`);
  await expect(checkbox(page, 'level', 'critical').locator('xpath=..').locator('.count')).toHaveText('0');
  const high = checkbox(page, 'severity', 'high');
  const count = await high.locator('xpath=..').locator('.count').textContent();
  await high.check();
  await found(page);
  await expect(page).toHaveURL(/\?severity=high&kind=attack$/);
  await expect(amount(page)).toHaveText(`${count} results`);
  await expect(page.locator('.results .risk:not(.risk-high)')).toHaveCount(0);
});

test('text of the catalogue is shown as text', async ({ page }) => {
  await page.goto('/search/');
  await box(page).fill('<img src=x onerror=alert(1)>');
  await found(page);
  await expect(page.locator('.results img')).toHaveCount(0);
  await expect(amount(page).locator('img')).toHaveCount(0);
});

test('nothing is asked of others, and the content policy of the site holds', async ({ page }) => {
  const faults: string[] = [];
  const origins = new Set<string>();
  page.on('request', (request) => origins.add(new URL(request.url()).origin));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto('/search/?q=monitor+spending');
  await found(page);
  await expect(results(page)).not.toHaveCount(0);
  expect([...origins]).toEqual([new URL(page.url()).origin]);
  expect(faults).toEqual([]);
});

test('nothing moves while results arrive', async ({ page }) => {
  await page.addInitScript(() => {
    const shifts = Object.assign(window, { shifts: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.shifts += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto('/search/?q=delete+a+bucket');
  await found(page);
  await expect(page.locator('.results .summary').first()).not.toBeEmpty();
  await page.keyboard.type(' now', { delay: 50 });
  await found(page);
  expect(await page.evaluate(() => (window as unknown as { shifts: number }).shifts)).toBe(0);
});

test('without scripts the page leads to the lists', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  await page.goto('/search/');
  // Playwright looks for texts and roles everywhere but in <noscript>.
  await expect(page.locator('noscript p')).toBeVisible();
  await expect(page.locator('noscript a[href="/tools/"]')).toBeVisible();
  await expect(box(page)).toBeHidden();
  await context.close();
});

test('without its index the search says so and leads to the lists', async ({ page }) => {
  await page.route('**/records.bin', (route) => route.abort());
  await page.goto('/search/?q=github');
  await expect(page.getByText('could not be loaded')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const)
  for (const query of ['', '?q=delete_bucket&level=critical', '?q=injection&kind=attack', '?q=zzzzqq'])
    test(`no accessibility fault (${colorScheme}, ${query || 'empty'})`, async ({ browser, baseURL }) => {
      const context = await browser.newContext({ colorScheme, ...(baseURL && { baseURL }) });
      const page = await context.newPage();
      await page.goto(`/search/${query}`);
      await found(page);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
        [],
      );
      await context.close();
    });
