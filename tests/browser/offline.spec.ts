import { test as base, type Page } from '@playwright/test';
import { type Running, serve } from '../../scripts/lib/serve.ts';
import { expect, FIXTURE } from './site.ts';

/** Each test has a server of its own, which it can take away: then there is no network to the site at all. */
const test = base.extend<{ site: Running }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
  site: async ({}, use) => {
    const running = await serve(FIXTURE);
    await use(running);
    await running.close();
  },
  baseURL: async ({ site }, use) => use(site.url),
});
test.use({ serviceWorkers: 'allow' });

const seen = '/tools/notes/create_note/';

/** Opens a page, and waits until its worker has kept it with all that it loaded. */
async function visit(page: Page, path: string) {
  await page.goto(path);
  const kept = () =>
    page.evaluate(async () => {
      const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
      const found = await Promise.all([location.href, ...loaded].map((url) => caches.match(url)));
      return navigator.serviceWorker.controller !== null && found.every(Boolean);
    });
  // `waitForFunction` would take the promise itself for an answer.
  await expect.poll(kept).toBe(true);
}

test('a page that was seen can be read without a network, with its style', async ({ page, site }) => {
  await visit(page, seen);
  await site.close();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('create_note');
  const font = await page
    .getByRole('heading', { level: 1 })
    .evaluate((heading) => getComputedStyle(heading).fontWeight);
  expect(Number(font)).toBeGreaterThanOrEqual(600);
  await expect(page.locator('.code-block').first()).toHaveCSS('border-style', 'solid');
});

test('the second page is kept as it is read', async ({ page, site }) => {
  await visit(page, seen);
  await visit(page, '/servers/notes/');
  await site.close();
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
