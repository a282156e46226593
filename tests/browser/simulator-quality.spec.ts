import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { decided, edit, editor, open, policyOf, row, rows, tally } from './simulator.ts';
import { expect, FIXTURE, test } from './site.ts';

test.use({ serviceWorkers: 'block' });

/** Bytes of script, compressed: before the policy is touched, and with the editor. */
const BUDGET = { before: 40_000, with: 220_000 };

const press = (name: string) => (page: Page) => page.getByRole('button', { name }).click();

/** The states of the page, each with the way there from a fresh one. */
const STATES: Record<string, (page: Page) => Promise<unknown>> = {
  'at first': async () => undefined,
  'with a call open': async (page) => {
    await row(page, 1).locator('.call-main').click();
    await expect(row(page, 1).locator('.trace')).toBeVisible();
  },
  'with a call edited': async (page) => {
    await row(page, 3).locator('.call-main').click();
    await row(page, 3).getByRole('button', { name: 'Edit' }).click();
  },
  'with the editor, a fault and a list of words': async (page) => {
    await editor(page).click();
    await expect(page.locator('.cm-editor')).toBeVisible();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText('{"version": "1", "default": "deny", "tools": {');
    await page.keyboard.type('"ref');
    await expect(page.locator('.cm-tooltip-autocomplete')).toBeVisible();
  },
  'with what it can start from': press('Start from …'),
  'with what can be taken away': press('Take away …'),
  'with another policy': press('Compare with another policy'),
  'with a link that is broken': (page) =>
    page.evaluate(() => {
      location.hash = '#v1.broken';
    }),
  'with a link that holds a session': async (page) => {
    await press('Take away …')(page);
    await press('Make a link')(page);
    const link = page.getByLabel('The link');
    await expect(link).toBeVisible();
    const { hash } = new URL(await link.inputValue());
    await page.evaluate((fragment) => {
      location.hash = fragment;
    }, hash);
    await page.getByText('Its policy').click();
  },
  'with the calls of an attack to choose from': async (page) => {
    await page.goto('/simulator/?attack=rug-pull');
    await expect(page.locator('.offers li').first()).toBeVisible();
  },
  'with what was read from a text': async (page) => {
    await press('Start from …')(page);
    const servers = { told: { args: ['a'], autoApprove: ['read_things'] }, silent: { args: ['b-mcp'] } };
    await page.getByLabel(/^Paste/).fill(JSON.stringify({ mcpServers: servers }));
    await press('Read it')(page);
    await expect(page.getByRole('button', { name: 'Look for b-mcp' })).toBeVisible();
  },
  'with a call that a person granted': async (page) => {
    await row(page, 5).locator('.call-main').click();
    await expect(row(page, 5).getByText('It was held, a person granted it, and then:')).toBeVisible();
  },
  'with decisions that differ': async (page) => {
    await edit(page, policyOf({ create_charge: {} }));
    await expect(tally(page)).toContainText('decisions changed');
    await row(page, 1).locator('.call-main').click();
    await row(page, 1).getByText('What the other policy says').click();
  },
  'with nothing in it': press('Clear'),
};

/** What axe finds, in both themes. */
async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).analyze();
    faults.push(
      ...violations.map(
        ({ id, nodes }) => `${colorScheme} ${id}: ${nodes.map(({ html }) => html).join(' ')}`,
      ),
    );
  }
  return faults;
}

for (const [name, go] of Object.entries(STATES))
  test(`the simulator ${name} has no accessibility fault, and does not scroll sideways at 320 px`, async ({
    page,
  }) => {
    await open(page);
    await go(page);
    await decided(page);
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    const { scrollWidth, clientWidth } = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return { scrollWidth, clientWidth };
    });
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  });

test('the panel of a tool page has no accessibility fault', async ({ page }) => {
  await page.goto('/tools/notes/fetch_page/');
  await page.getByRole('button', { name: 'Try calls against it' }).click();
  await page.getByRole('button', { name: 'Call many times' }).click();
  await expect(page.locator('tool-simulator .told')).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
});

/** Whether the element with the focus, or what frames it, shows that. */
const showsFocus = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement as Element;
    const { outlineStyle, outlineWidth } = getComputedStyle(focused);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  });

test('in forced colours outcomes have a shape and a word, and the focus shows', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open(page);
  const shapes = new Map<string, string | null>();
  for (const [at, word] of [
    [2, 'allow'],
    [3, 'deny'],
    [4, 'ask'],
  ] as const) {
    const mark = row(page, at).locator('.outcome');
    await expect(mark).toHaveText(word);
    await expect(mark.locator('svg')).toBeVisible();
    shapes.set(word, await mark.locator('path').getAttribute('d'));
  }
  expect(new Set(shapes.values()).size).toBe(3);
  for (const control of [
    row(page, 1).locator('.call-main'),
    page.getByRole('button', { name: 'Start from …' }),
    page.locator('.add').getByLabel('amount'),
  ]) {
    await control.focus();
    // The browser shows the focus that comes by a key.
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await expect(control).toBeFocused();
    expect(await showsFocus(page)).toBe(true);
  }
  await editor(page).click();
  await expect(page.locator('.cm-editor')).toBeVisible();
  await expect(page.locator('.half').first().locator('.code-host').first()).not.toHaveCSS(
    'outline-style',
    'none',
  );
});

test('without scripts the page says what it is and shows a recorded run', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  await page.goto('/simulator/');
  // The tests' own way to read a text leaves out what stands in <noscript>.
  expect(await page.locator('noscript').innerText()).toContain('needs JavaScript');
  await page.locator('noscript summary').click();
  expect(await page.locator('noscript table').innerText()).toContain('The 31st call right after');
  await expect(page.getByText('Loading the engine')).toBeHidden();
  await context.close();
});

/** The compressed size of the scripts that a page has loaded so far. */
function weighed(page: Page): () => number {
  const scripts = new Set<string>();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith('.js')) scripts.add(pathname);
  });
  return () =>
    [...scripts].reduce((sum, path) => sum + gzipSync(readFileSync(join(FIXTURE, path))).length, 0);
}

test('it is light before the editor comes, and not heavy with it and the regex library', async ({
  page,
}, info) => {
  const weight = weighed(page);
  await open(page);
  const before = weight();
  const conditions = [{ path: 'args.amount', op: 'regex', value: '^1' }];
  await edit(page, policyOf({ create_charge: { require: [{ conditions }] } }));
  await expect(row(page, 2)).toContainText('/tools/create_charge/require');
  const after = weight();
  info.annotations.push({ type: 'bytes', description: `${before} before the editor, ${after} with it` });
  expect(before).toBeLessThanOrEqual(BUDGET.before);
  expect(after).toBeLessThanOrEqual(BUDGET.with);
});

test('a kept session with a finding is as light, and the finding is there', async ({ page }, info) => {
  await open(page);
  await edit(page, policyOf({ create_charg: {} }));
  await expect(page.locator('.marks').first()).toContainText('create_charge');
  await expect
    .poll(() => page.evaluate(() => localStorage.simulator as string | undefined))
    .toContain('create_charg');
  const weight = weighed(page);
  await page.reload();
  await decided(page);
  await expect(page.locator('.marks').first()).toContainText('create_charge');
  info.annotations.push({ type: 'bytes', description: `${weight()} with a kept session` });
  expect(weight()).toBeLessThanOrEqual(BUDGET.before);
});

test('a tool page loads nothing of it before it is used', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/tools/notes/create_note/', { waitUntil: 'networkidle' });
  expect(asked.filter((url) => /tool-panel|engine|servers\/notes\.json/.test(url))).toEqual([]);
});

test('no request leaves the page while it is used, but for data of this site that is chosen', async ({
  page,
  baseURL,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await open(page);
  await editor(page).click();
  await expect(page.locator('.cm-editor')).toBeVisible();
  await page.keyboard.type(' ');
  await decided(page);
  // What the page is made of has come; from here on only what is chosen may be asked for.
  await page.waitForLoadState('networkidle');
  asked.length = 0;
  await page.locator('.add').getByRole('button', { name: 'Call', exact: true }).click();
  await page.getByRole('button', { name: 'Call many times' }).click();
  await expect(rows(page)).toHaveCount(8);
  await editor(page).press('Control+End');
  await page.keyboard.type(' ');
  await decided(page);
  expect(asked).toEqual([]);
  await page.getByRole('button', { name: 'Start from …' }).click();
  await page.getByLabel(/^Paste/).fill(JSON.stringify({ tools: [{ name: 'a_secret_name' }] }));
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.locator('.offers').getByRole('button', { name: 'Open' }).click();
  await page.getByRole('button', { name: 'Take away …' }).click();
  await page.getByRole('button', { name: 'Make a link' }).click();
  await expect(page.getByLabel('The link')).toBeVisible();
  for (const url of asked) {
    expect(url.startsWith(`${baseURL}/_astro/`), url).toBe(true);
    expect(url).not.toContain('a_secret_name');
  }
});

/** The hashes of the inline scripts of a page, as the headers of the site name them. */
const inlineHashes = (html: string): string =>
  [...html.matchAll(/<script>([^<]+)<\/script>/g)]
    .map(([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`)
    .join(' ');

test('it works under a policy without inline styles, inline scripts and eval', async ({ page }) => {
  const violations: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) violations.push(message.text());
  });
  await page.route('**/*', async (route) => {
    const response = await route.fetch();
    const body = route.request().resourceType() === 'document' ? await response.text() : '';
    const policy = [
      "default-src 'none'",
      `script-src 'self' ${inlineHashes(body)}`,
      "style-src 'self'",
      "img-src 'self' data:",
      "connect-src 'self'",
      "worker-src 'self'",
      "base-uri 'none'",
      "form-action 'self'",
    ].join('; ');
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
  await open(page);
  await row(page, 1).locator('.call-main').click();
  await editor(page).click();
  await expect(page.locator('.cm-editor')).toBeVisible();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(
    '{"version": "1", "default": "deny", "tools": {"a": {"deny_if": [{"conditions": [{"path": "args.b", "op": "regex", "value": "^c"}]}]}}, "x": 1, ',
  );
  await page.keyboard.type('"h');
  await expect(page.locator('.cm-tooltip-autocomplete')).toBeVisible();
  await expect(page.locator('.cm-editor')).toHaveCSS('display', 'flex');
  await page.getByRole('button', { name: 'Take away …' }).click();
  await page.getByRole('button', { name: 'Make a link' }).click();
  await expect(page.getByLabel('The link')).toBeVisible();
  expect(violations).toEqual([]);
});
