import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './site.ts';

const TOOLS = '/compare/?tool=notes/create_note&tool=notes/pay_invoice';
const SERVERS = '/compare/?server=notes&server=things';

const heads = (page: Page) => page.getByRole('columnheader').getByRole('link');
const box = (page: Page) => page.getByRole('combobox', { name: 'Add a server or a tool' });

test('an address brings tools side by side, with what differs marked in words', async ({ page }) => {
  await page.goto(TOOLS);
  await expect(heads(page)).toHaveText(['create_note', 'pay_invoice']);
  await expect(page.getByRole('row', { name: /^Risk differs/ })).toContainText('medium');
  await expect(page.getByRole('row', { name: /^Risk differs/ })).toContainText('critical');
  await expect(page.getByRole('row', { name: /^Recommended policy differs/ })).toContainText('denied');
});

test('servers are compared by their tools, combinations and tokens', async ({ page }) => {
  await page.goto(SERVERS);
  await expect(heads(page)).toHaveText(['Notes', 'The Things']);
  await expect(page.getByRole('row', { name: /^Dangerous together/ })).toContainText('Private data');
  await expect(page.getByRole('row', { name: /^Tool list in tokens/ })).toContainText('about');
});

test('the link of a tool page starts a comparison, and the keyboard alone goes on', async ({ page }) => {
  await page.goto('/tools/notes/create_note/');
  await page.getByRole('link', { name: 'Add to compare' }).focus();
  await page.keyboard.press('Enter');
  await expect(heads(page)).toHaveText(['create_note']);
  await box(page).focus();
  await page.keyboard.type('notes/run_command');
  await page.keyboard.press('Enter');
  await expect(heads(page)).toHaveText(['create_note', 'run_command']);
  await expect(page.getByRole('status')).toContainText('notes/run_command added. ');
  await expect(page).toHaveURL(/\?tool=notes\/create_note&tool=notes\/run_command$/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('checkbox', { name: 'Only what differs' })).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.getByRole('rowheader', { name: 'Risk differs' })).toBeVisible();
  for (const row of await page.locator('tbody tr:not([hidden]) th').all())
    await expect(row).toContainText('differs');
  await page.getByRole('button', { name: /^Remove create_note/ }).focus();
  await page.keyboard.press('Enter');
  await expect(heads(page)).toHaveText(['run_command']);
  await expect(box(page)).toBeFocused();
  await page.goBack();
  await expect(heads(page)).toHaveText(['create_note', 'run_command']);
});

const options = (page: Page) => page.getByRole('option');

test('the catalogue is suggested as one types, to the keyboard alone', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await page.goto('/compare/?tool=notes/get_note', { waitUntil: 'networkidle' });
  expect(loaded).not.toContain('/search/data/records.bin');
  await box(page).focus();
  await page.keyboard.type('note');
  await expect(options(page)).toHaveText([/^delete_note.*of Notes.*critical$/, /^create_note.*medium$/]);
  await expect(box(page)).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByRole('status')).toHaveText('2 suggestions');
  await page.keyboard.press('ArrowUp');
  await expect(options(page).last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(box(page)).toHaveAttribute('aria-activedescendant', 'compare-offers-0');
  await page.keyboard.press('Enter');
  await expect(heads(page)).toHaveText(['get_note', 'delete_note']);
  await expect(options(page)).toHaveCount(0);
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue('');
  await page.keyboard.type('fetch');
  await expect(options(page)).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(box(page)).toHaveAttribute('aria-expanded', 'false');
  await expect(box(page)).toHaveValue('fetch');
});

test('a suggestion is taken with a press; only what fits is suggested', async ({ page }) => {
  await page.goto('/compare/');
  await box(page).fill('not');
  await options(page).filter({ hasText: 'notes, 9 tools' }).click();
  await expect(heads(page)).toHaveText(['Notes']);
  await box(page).pressSequentially('pay_inv');
  await expect(page.getByRole('status')).toHaveText('0 suggestions');
  await box(page).fill('thing');
  await expect(options(page).first()).toContainText('The Things');
  await page.getByRole('heading', { name: 'Compare' }).click();
  await expect(options(page)).toHaveCount(0);
});

test('where the records cannot be loaded, an id is still taken', async ({ page }) => {
  await page.route('**/records.bin', (route) => route.abort());
  await page.goto('/compare/');
  await box(page).fill('notes');
  await expect(page.getByRole('status')).toHaveText('The suggestions could not be loaded.');
  await page.keyboard.press('Enter');
  await expect(heads(page)).toHaveText(['Notes']);
});

test('suggestions have no accessibility fault, and four columns stand below each other on a phone', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${TOOLS}&tool=notes/fetch_page&tool=notes/run_command`);
  await expect(heads(page)).toHaveCount(4);
  const { scrollWidth, clientWidth } = await page.locator('.sheet-of').evaluate((frame) => {
    const { scrollWidth, clientWidth } = frame;
    return { scrollWidth, clientWidth };
  });
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  await page.getByRole('button', { name: /^Remove run_command/ }).click();
  await box(page).fill('note');
  await expect(options(page)).toHaveCount(2);
  await page.keyboard.press('ArrowDown');
  await expect(options(page).first()).toHaveAttribute('aria-selected', 'true');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
      [],
    );
  }
});

test('what was seen before in the tab is offered', async ({ page }) => {
  await page.goto('/compare/?server=notes');
  await expect(heads(page)).toHaveText(['Notes']);
  await page.goto('/compare/?server=things');
  await page.getByRole('button', { name: 'notes', exact: true }).click();
  await expect(heads(page)).toHaveText(['The Things', 'Notes']);
});

test('what is not there is told, and what cannot be added is refused', async ({ page }) => {
  await page.goto('/compare/?server=no-such-server&server=notes');
  await expect(page.getByRole('alert')).toHaveText('There is no server “no-such-server” here.');
  await expect(heads(page)).toHaveText(['Notes']);
  await box(page).fill('notes/create_note');
  await page.getByRole('button', { name: 'Add' }).click();
  await expect(page.getByRole('alert')).toContainText('“notes/create_note” is a tool');
});

test('names of the catalogue stay text', async ({ page }) => {
  await page.goto('/compare/?server=odd-names&server=odd-schemas');
  await expect(heads(page)).toHaveCount(2);
  await expect(page.locator('compare-table script')).toHaveCount(0);
  await page.goto('/compare/?tool=odd-names/script-alert-1-script-ee32d3');
  await expect(heads(page)).toHaveText(['<script>alert(1)</script>']);
});

test('without scripts the page says what it is and where the data stands', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  await page.goto(TOOLS);
  // The tests' own way to find a text leaves out what stands in <noscript>.
  expect(await page.locator('noscript').innerText()).toContain('so it needs JavaScript');
  await expect(page.getByRole('heading', { name: 'Compare' })).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await context.close();
});

for (const colorScheme of ['light', 'dark'] as const)
  for (const path of ['/compare/', TOOLS, SERVERS])
    test(`${path} has no accessibility fault and no sideways scroll (${colorScheme})`, async ({
      browser,
      baseURL,
    }) => {
      const context = await browser.newContext({ colorScheme, ...(baseURL && { baseURL }) });
      const page = await context.newPage();
      await page.setViewportSize({ width: 320, height: 640 });
      await page.goto(path, { waitUntil: 'networkidle' });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
        [],
      );
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await context.close();
    });
