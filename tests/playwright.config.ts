import { defineConfig } from '@playwright/test';
import { launchOptions } from '../scripts/lib/browser.ts';

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  // Two cores: one for the browser, one for the rest.
  workers: 1,
  fullyParallel: false,
  // Bounds for a machine that is busy with other things; nothing waits for them on a quiet one.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  retries: 0,
  reporter: [['list']],
  // Only the tests of the service worker want one: it would answer in place of the server.
  use: { launchOptions: launchOptions(), serviceWorkers: 'block' },
});
