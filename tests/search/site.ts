import { existsSync } from 'node:fs';
import { test as base, expect, type Page } from '@playwright/test';
import { type Running, serve } from '../../scripts/lib/serve.ts';

/** A built site of the full catalogue. */
const SITE = process.env.CALLWARDEN_SITE_DIR ?? '';

/** A test with the site of the full catalogue, served on a port of its own; skipped where there is none. */
export const test = base.extend<object, { site: Running | undefined }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
    async ({}, use) => {
      const running = existsSync(SITE) ? await serve(SITE) : undefined;
      await use(running);
      await running?.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ site }, use) => {
    base.skip(!site, 'CALLWARDEN_SITE_DIR names no built site of the full catalogue.');
    await use(site?.url);
  },
});
export { expect };

export const box = (page: Page) => page.getByRole('searchbox', { name: 'Search tools, servers and attacks' });
export const results = (page: Page) => page.locator('site-search .results a');
export const checkbox = (page: Page, facet: string, value: string) =>
  page.locator(`site-search input[name="${facet}"][value="${value}"]`);
/** Waits until everything is found that will be. */
export const found = (page: Page) =>
  expect(page.locator('site-search')).toHaveAttribute('data-state', 'done');
/** The sentence above the results. */
export const amount = (page: Page) => page.locator('site-search .amount');
