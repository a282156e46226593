import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { RECORDS } from '../../src/search/records.ts';
import { findBrowser, launch } from '../lib/browser.ts';
import { type Running, serve } from '../lib/serve.ts';
import { timesOfKeys } from './search/type.ts';

const OUT = '.cache/bench-site';
/** How much slower than this machine the slow one is. */
const SLOW = 4;

interface Visit {
  path: string;
  /** What opens the search, where it is not the page itself. */
  key?: string;
  query: string;
}
const VISITS: readonly Visit[] = [
  { path: '/search/', query: 'create_issue' },
  { path: '/search/', query: 'monitor spending' },
  { path: '/about/', key: '/', query: 'create_issue' },
];

/** The built site of the full catalogue; it is built where there is none. */
function siteFolder(): string {
  const given = process.env.CALLWARDEN_SITE_DIR;
  const found = [given, OUT, '.cache/site'].find((folder) => folder && existsSync(join(folder, RECORDS)));
  if (found) return found;
  const { status } = spawnSync(process.execPath, ['scripts/build.ts', '--out', OUT], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('the build failed');
  return OUT;
}

/** Waits until a result is in the page. */
const firstResult = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const look = () =>
          document.querySelector('site-search .results a') ? resolve() : requestAnimationFrame(look);
        look();
      }),
  );

/** The bytes of a first visit to a page: until the first result of a query, and until its last sentence. */
async function transferred(browser: Browser, site: Running, { path, key, query }: Visit) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const before = site.sent();
  await page.goto(site.url + path);
  if (key) await page.keyboard.press(key);
  await page.locator('site-search input[type=search]').waitFor();
  const [first] = await Promise.all([
    firstResult(page).then(() => site.sent() - before),
    page.keyboard.type(query),
  ]);
  await page.locator('site-search .summary:not(:empty)').first().waitFor();
  await page.waitForLoadState('networkidle');
  await context.close();
  return { path, query, before_first_result: first, in_all: site.sent() - before };
}

const at = (sorted: readonly number[], share: number): number =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN);

/** How long a key press takes to show its results, on a processor `rate` times slower. */
async function latency(browser: Browser, url: string, rate: number) {
  const page = await browser.newPage();
  await page.goto(`${url}/search/`);
  await page.locator('site-search[data-state=done]').waitFor();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  const times = (await timesOfKeys(page)).sort((a, b) => a - b);
  await page.close();
  return { keys: times.length, median_ms: at(times, 0.5), p95_ms: at(times, 0.95), worst_ms: at(times, 1) };
}

/**
 * Measures the search of the full catalogue in a browser: the bytes that a first visitor transfers, compressed
 * as a host would, and the time from a key press to its first results. The slow processor is Chromium's own
 * throttling, which slows the page and not its workers. Skipped where there is no browser.
 */
export default async function bench() {
  if (!findBrowser()) return { skipped: 'there is no browser; npm test installs one' };
  const site = await serve(siteFolder());
  const browser = await launch();
  try {
    const bytes = [];
    for (const visit of VISITS) bytes.push(await transferred(browser, site, visit));
    return {
      bytes,
      latency: await latency(browser, site.url, 1),
      latency_on_slow_processor: { times_slower: SLOW, ...(await latency(browser, site.url, SLOW)) },
    };
  } finally {
    await browser.close();
    await site.close();
  }
}
