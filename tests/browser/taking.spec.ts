import { readFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import { expect, test } from './site.ts';

const textOf = async (download: Download): Promise<string> => readFileSync(await download.path(), 'utf8');

/** What a control of a page saves when the keyboard works it. */
async function saved(page: Page, press: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return download;
}

test('the policy of a tool is saved as a file, by the keyboard alone, and said to be', async ({ page }) => {
  await page.goto('/tools/notes/pay_invoice/');
  const [first, optIn] = [0, 1].map((index) => page.getByRole('button', { name: 'Download' }).nth(index));
  for (const [button, block] of [
    [first, 0],
    [optIn, 1],
  ] as const) {
    const download = await saved(page, async () => {
      await button?.focus();
      await page.keyboard.press('Enter');
    });
    expect(download.suggestedFilename()).toBe('policy.json');
    const shown = await page.locator('figure pre').nth(block).textContent();
    expect(await textOf(download)).toBe(`${shown}\n`);
    await expect(page.getByRole('status')).toHaveText('policy.json is being saved.');
  }
});

test('the policy of a server is the file itself, the same as the text on the page', async ({ page }) => {
  await page.goto('/servers/notes/');
  const download = await saved(page, () => page.getByRole('link', { name: 'Download' }).first().click());
  expect(download.suggestedFilename()).toBe('policy.json');
  expect(await textOf(download)).toBe(`${await page.locator('#policy ~ figure pre').textContent()}\n`);
});

test('the badge shows, says what it shows, and its line is copied', async ({ context, page }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/servers/notes/');
  const badge = page.getByRole('img', { name: 'Callwarden: 9 tools, up to critical' });
  await badge.scrollIntoViewIfNeeded();
  await expect
    .poll(() =>
      badge.evaluate((image: HTMLImageElement) => image.naturalWidth === image.width && image.width),
    )
    .toBeGreaterThan(150);
  await page.locator('#badge ~ figure').getByRole('button', { name: 'Copy' }).click();
  await expect(page.getByText('Copied to the clipboard.')).toBeAttached();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    '[![Callwarden: 9 tools, up to critical](https://fixture.example/servers/notes/badge.svg)](https://fixture.example/servers/notes/)',
  );
});

test('the badge stands on its own: no script, no font and no address of another site', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const response = await page.goto('/servers/notes/badge.svg', { waitUntil: 'networkidle' });
  expect(response?.headers()['content-type']).toContain('image/svg+xml');
  expect(asked).toEqual(['/servers/notes/badge.svg']);
});

const TWINS = [
  ['/servers/notes/', 'text/markdown', '# Notes MCP server'],
  ['/servers/notes/', 'application/json', '{"id":"notes"'],
  ['/attacks/mcp-remote-oauth-command-injection/', 'text/markdown', '# '],
  [
    '/attacks/mcp-remote-oauth-command-injection/',
    'application/json',
    '{"id":"mcp-remote-oauth-command-injection"',
  ],
] as const;

test('the page of a server or an attack names its twins, and each is there', async ({ page }) => {
  for (const [path, type, start] of TWINS) {
    await page.goto(path);
    const href = await page.locator(`link[rel=alternate][type="${type}"]`).getAttribute('href');
    const response = await page.request.get(href ?? '');
    expect(await response.text()).toMatch(new RegExp(`^${start}`));
  }
});

test('a link to any page has a title, a sentence and a picture of 1200 by 630', async ({ page }) => {
  for (const path of ['/', '/tools/notes/pay_invoice/', '/servers/notes/', '/compare/', '/about/']) {
    await page.goto(path);
    const meta = (name: string) => page.locator(`meta[property="og:${name}"]`).getAttribute('content');
    expect(await page.title()).toContain(await meta('title'));
    expect((await meta('description'))?.length).toBeGreaterThan(40);
    expect(await meta('image')).toBe('https://fixture.example/og.png');
  }
  const size = await page.evaluate(async () => {
    const image = new Image();
    image.src = '/og.png';
    await image.decode();
    return [image.naturalWidth, image.naturalHeight];
  });
  expect(size).toEqual([1200, 630]);
});

test('a tool page leads to its sources and to the files that hold it', async ({ page }) => {
  await page.goto('/tools/notes/pay_invoice/');
  await expect(page.getByRole('link', { name: 'edit the record' })).toHaveAttribute(
    'href',
    'https://fixture.example/edit/main/content/servers/notes.json',
  );
  await expect(page.getByRole('link', { name: 'correct the category' })).toHaveAttribute(
    'href',
    'https://fixture.example/edit/main/content/corrections.json',
  );
  await page.getByRole('link', { name: 'where the record comes from' }).click();
  await expect(page.getByRole('heading', { name: 'Where this record comes from' })).toBeInViewport();
});

test('a server page tells which of its tools are dangerous together', async ({ page }) => {
  await page.goto('/servers/notes/');
  const trifecta = page.locator('#lethal-trifecta');
  await expect(trifecta).toContainText('the lethal trifecta');
  await expect(trifecta.getByRole('link', { name: 'fetch_page' }).last()).toHaveAttribute(
    'href',
    '/tools/notes/fetch_page/',
  );
  await expect(page.getByText(/about [\d,]+ tokens of the context/)).toBeVisible();
});
