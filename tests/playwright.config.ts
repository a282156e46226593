import { defineConfig } from '@playwright/test';
import { launchOptions } from '../scripts/lib/browser.ts';

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  // Two cores: one for the browser, one for the rest.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  reporter: [['list']],
  // Only the tests of the service worker want one: it would answer in place of the server.
  use: { launchOptions: launchOptions(), serviceWorkers: 'block' },
});
