import { expect, test } from './site.ts';

test.use({ serviceWorkers: 'allow' });

const seen = '/tools/notes/create_note/';

/** Opens a page, and waits until its worker has kept it. */
async function visit(page: import('@playwright/test').Page, path: string) {
  await page.goto(path);
  await page.waitForFunction(async (url) => (await caches.match(url)) !== undefined, path);
}

test('a page that was seen can be read without a network, with its style', async ({ page, context }) => {
  await visit(page, seen);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('create_note');
  const font = await page
    .getByRole('heading', { level: 1 })
    .evaluate((heading) => getComputedStyle(heading).fontWeight);
  expect(Number(font)).toBeGreaterThanOrEqual(600);
  await expect(page.locator('.code-block').first()).toHaveCSS('border-style', 'solid');
});

test('the second page is kept as it is read', async ({ page, context }) => {
  await visit(page, seen);
  await visit(page, '/servers/notes/');
  await context.setOffline(true);
  await page.goto(seen);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('create_note');
});

test('a page that changed is shown as it is now', async ({ page }) => {
  await visit(page, seen);
  await page.reload();
  await page.evaluate(async (path) => {
    const pages = await caches.open('callwarden-pages');
    const old = new Response('<h1>an older build</h1>', { headers: { 'content-type': 'text/html' } });
    await pages.put(path, old);
  }, seen);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('create_note');
});
