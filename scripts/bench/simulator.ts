import { execFileSync } from 'node:child_process';
import type { Page } from '@playwright/test';
import { compile } from '../../src/policy/engine.ts';
import { pictureOf } from '../../src/simulator/draw.ts';
import { EXAMPLE, EXAMPLE_POLICY } from '../../src/simulator/example.ts';
import { run } from '../../src/simulator/run.ts';
import { saveText } from '../../src/simulator/take/save.ts';
import { entryOf, START } from '../../src/simulator/workspace.ts';
import { launch } from '../lib/browser.ts';
import { serve } from '../lib/serve.ts';

const SITE = '.cache/bench-simulator';
const CALLS = 10_000;
const TIMES = 7;
/** The budget, from a key pressed to the session drawn anew, in milliseconds. */
const BUDGET = 300;

/** Lines that differ, over ten minutes: each is decided, counted and listed by itself. */
const entries = Array.from({ length: CALLS }, (_, index) =>
  entryOf('create_charge', { amount: index % 600, currency: 'EUR' }, START + index * 60, {
    grant: `agent ${index % 5}`,
  }),
);

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] as number;

function inNode(): number {
  const policy = compile(EXAMPLE_POLICY);
  const times = Array.from({ length: TIMES }, () => {
    const start = performance.now();
    pictureOf(run(policy, entries), entries, START);
    return performance.now() - start;
  });
  return median(times);
}

/** Changes the policy in the page and waits until the session is drawn anew; how long that took. */
const edit = (page: Page, most: number): Promise<{ drawn: number; blocked: number }> =>
  page.evaluate(async (max) => {
    const simulator = document.querySelector<HTMLElement>('policy-simulator');
    const area = document.querySelector<HTMLTextAreaElement>('.policy-text');
    if (!simulator || !area) throw new Error('The simulator is not there.');
    const start = performance.now();
    area.value = area.value.replace(/"max": \d+/, `"max": ${max}`);
    area.dispatchEvent(new Event('input'));
    const blocked = performance.now() - start;
    await new Promise<void>((resolve) => {
      const done = () => simulator.dataset.state === 'done' && resolve();
      new MutationObserver(done).observe(simulator, { attributes: true });
      done();
    });
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return { drawn: performance.now() - start, blocked };
  }, most);

/** Times a session of 10,000 calls: run alone, and run and drawn in a browser after a key. */
export default async function bench() {
  const args = ['scripts/build.ts', '--content', 'tests/fixture/content', '--out', SITE];
  execFileSync(process.execPath, args, { stdio: 'ignore' });
  const site = await serve(SITE);
  const browser = await launch();
  const page = await browser.newPage();
  const kept = saveText({ ...EXAMPLE, entries });
  await page.addInitScript((text) => localStorage.setItem('simulator', text), kept);
  await page.goto(`${site.url}/simulator/`);
  await page.waitForSelector('policy-simulator[data-calls="10000"][data-state=done]');
  const runs: Awaited<ReturnType<typeof edit>>[] = [];
  for (let each = 0; each <= TIMES; each += 1) runs.push(await edit(page, 30 + each));
  await browser.close();
  await site.close();
  const drawn = median(runs.slice(1).map((one) => one.drawn));
  return {
    calls: CALLS,
    run_in_node_ms: inNode(),
    run_and_drawn_ms: drawn,
    key_blocked_ms: median(runs.slice(1).map((one) => one.blocked)),
    budget_ms: BUDGET,
    share_of_budget: drawn / BUDGET,
  };
}
