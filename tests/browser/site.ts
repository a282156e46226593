import { test as base } from '@playwright/test';
import { type Running, serve } from '../../scripts/lib/serve.ts';

/** The fixture site, built before the browser tests run. */
export const FIXTURE = process.env.CALLWARDEN_FIXTURE_DIR ?? '.cache/fixture';

/** A test with the fixture site served on a port of its own. */
export const test = base.extend<object, { site: Running }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
    async ({}, use) => {
      const running = await serve(FIXTURE);
      await use(running);
      await running.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ site }, use) => use(site.url),
});
export { expect } from '@playwright/test';
