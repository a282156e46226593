import type { Page } from '@playwright/test';
import { expect, test } from './site.ts';

const rows = (page: Page) => page.locator('attack-filter tbody tr:visible');
const status = (page: Page) => page.locator('attack-filter [role="status"]');
const choice = (page: Page, name: string) => page.getByRole('combobox', { name });

test('filters narrow the list, stand in the address, and come back from it', async ({ page }) => {
  await page.goto('/attacks/');
  const all = await rows(page).count();
  await choice(page, 'Policy').selectOption('does-not-stop');
  await expect(page).toHaveURL(/\/attacks\/\?verdict=does-not-stop$/);
  const some = await rows(page).count();
  expect(some).toBeGreaterThan(0);
  expect(some).toBeLessThan(all);
  await expect(status(page)).toHaveText(`${some} of ${all} attacks`);
  await choice(page, 'Severity').selectOption('critical');
  const fewer = await rows(page).count();
  expect(fewer).toBeLessThan(some);
  await page.reload();
  await expect(rows(page)).toHaveCount(fewer);
  await expect(choice(page, 'Severity')).toHaveValue('critical');
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(rows(page)).toHaveCount(all);
  await expect(page).toHaveURL(/\/attacks\/$/);
});

test('a number of the matrix shows exactly as many attacks', async ({ page }) => {
  await page.goto('/attacks/');
  const cells = page.locator('.matrix a[data-filter]');
  for (const index of [0, 7, 20]) {
    await page.goto('/attacks/');
    const count = Number.parseInt((await cells.nth(index).textContent()) ?? '', 10);
    await cells.nth(index).click();
    await expect(rows(page)).toHaveCount(count);
  }
});

test('several signals in the address show the attacks that have any of them', async ({ page }) => {
  const counts = [];
  for (const signals of ['pays', 'runs_sql', 'pays,runs_sql']) {
    await page.goto(`/attacks/?signal=${signals}`);
    await expect(status(page)).toHaveText(/\d+ of \d+ attacks/);
    counts.push(await rows(page).count());
  }
  const [pays = 0, sql = 0, any = 0] = counts;
  expect(any).toBeGreaterThan(Math.max(pays, sql));
  expect(any).toBeLessThanOrEqual(pays + sql);
});

test('words are looked for in title and summary', async ({ page }) => {
  await page.goto('/attacks/');
  await page.getByLabel('Words').fill('tool poisoning');
  await expect(rows(page).filter({ hasNotText: /tool/i })).toHaveCount(0);
  expect(await rows(page).count()).toBeGreaterThan(0);
});

test('an unknown choice in the address shows nothing and breaks nothing', async ({ page }) => {
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await page.goto('/attacks/?verdict=perhaps&x=%3Cb%3E&q=zzzzqqq');
  await expect(status(page)).toHaveText(/^0 of/);
  expect(errors).toEqual([]);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('the list is whole and the numbers of the matrix lead to lists', async ({ page }) => {
    await page.goto('/attacks/');
    expect(await rows(page).count()).toBeGreaterThan(50);
    await expect(page.locator('.attack-filters')).toBeHidden();
    const cell = page.locator('.matrix a[data-filter]').last();
    await cell.click();
    await expect(page).toHaveURL(/\/attacks\/(category|verdict)\//);
  });
});

test('the policy of an attack is copied whole', async ({ context, page }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/attacks/ssrf-via-tool-url/');
  await page.getByRole('button', { name: 'Copy' }).first().click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(JSON.parse(text)).toMatchObject({ version: '1', default: 'deny' });
});

test('a tool names the attacks that concern it, and links all of them', async ({ page }) => {
  await page.goto('/tools/notes/fetch_page/');
  const section = page.locator('section', { has: page.locator('#attacks') });
  expect(await section.locator('dd').count()).toBeLessThanOrEqual(6);
  const all = section.getByRole('link', { name: /^All \d+ attacks/ });
  const count = Number.parseInt((await all.textContent())?.replace(/\D+/g, '') ?? '', 10);
  await all.click();
  await expect(rows(page)).toHaveCount(count);
  await page.goto('/tools/notes/zxqv/');
  await expect(page.getByRole('main')).toContainText('None of the attacks on record');
});
