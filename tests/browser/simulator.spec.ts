import { deflateRawSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { type PolicyDocument, testPolicy } from '../../src/policy/index.ts';
import {
  call,
  decided,
  edit,
  editor,
  open,
  paste,
  policyOf,
  row,
  rows,
  said,
  simulator,
  tally,
} from './simulator.ts';
import { expect, test } from './site.ts';

test.use({ serviceWorkers: 'block' });

test('of 31 calls in a minute the last is denied, with the rule and the place', async ({ page }) => {
  await open(page);
  await expect(row(page, 1)).toContainText('31×');
  await expect(row(page, 1)).toContainText('30 allow');
  await expect(row(page, 1)).toContainText('1 deny');
  await row(page, 1).getByRole('button').first().click();
  const panel = row(page, 1).locator('.panel');
  await expect(panel).toContainText('/tools/create_charge/limits/create_charge_rate');
  await expect(panel).toContainText('30 of 30 counted this minute');
  await expect(panel).toContainText('To have it allowed: wait');
});

test('calls are made by keyboard alone, and each is told', async ({ page }) => {
  await open(page);
  const amount = page.locator('.add').getByLabel('amount');
  await amount.focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('501');
  await page.keyboard.press('Enter');
  await expect(rows(page)).toHaveCount(7);
  await expect(said(page)).toContainText('denied, by /tools/create_charge/deny_if/args.amount-gt');
  await expect(row(page, 7).locator('.panel')).toContainText(
    '[POLICY DENIED] A single charge may not exceed 500.',
  );
  await expect(row(page, 7).locator('.panel')).toContainText('set args.amount to 500');
});

test('a field that does not fit says so, and no call is made', async ({ page }) => {
  await open(page);
  await page.locator('.add').getByLabel('amount').fill('much');
  await page.locator('.add').getByRole('button', { name: 'Call', exact: true }).click();
  await expect(page.locator('.add .fault').first()).toHaveText('Write a number.');
  await expect(page.locator('.add').getByLabel('amount')).toBeFocused();
  await expect(rows(page)).toHaveCount(6);
});

test('many calls over a time are one line, and the clock goes on', async ({ page }) => {
  await open(page);
  await page.locator('.add').getByLabel('Times').fill('40');
  await page.getByRole('button', { name: 'Call many times' }).click();
  await expect(row(page, 7)).toContainText('30 allow');
  await expect(row(page, 7)).toContainText('10 deny');
  await expect(page.getByLabel('Clock', { exact: true })).toHaveValue('2026-01-01T00:03:00Z');
});

test('the clock is set, stepped and jumped', async ({ page }) => {
  await open(page);
  const clock = page.getByLabel('Clock', { exact: true });
  await page.getByRole('button', { name: 'Clock +1 s' }).click();
  await expect(clock).toHaveValue('2026-01-01T00:02:01Z');
  await page.getByRole('button', { name: 'To the next hour' }).click();
  await expect(clock).toHaveValue('2026-01-01T01:00:00Z');
  await page.getByRole('button', { name: 'To the next day' }).click();
  await expect(clock).toHaveValue('2026-01-02T00:00:00Z');
  await clock.fill('yesterday');
  await clock.press('Enter');
  await expect(page.locator('session-clock [role=alert]')).toContainText('Write a time');
  await clock.fill('2026-05-01 10:31');
  await clock.press('Enter');
  await expect(clock).toHaveValue('2026-05-01T10:31:00Z');
});

test('a spend cap counts what is spent, and draws it', async ({ page }) => {
  await open(page);
  const limit = { counter: 'spent', window: 'day', max: 100, scope: 'grant', increment_from: 'args.amount' };
  await paste(page, policyOf({ spend: { limits: [limit] } }));
  await call(page, 'spend', { amount: 60 });
  await call(page, 'spend', { amount: 41 });
  await expect(rows(page).last()).toContainText('deny');
  await expect(rows(page).last().locator('.panel')).toContainText('60 of 100 counted this day');
  await expect(rows(page).last().locator('.panel')).toContainText('To have it allowed: wait');
  await call(page, 'spend', { amount: 40 });
  await expect(rows(page).last()).toContainText('allow');
  await expect(page.locator('session-chart')).toContainText('100 of 100 a day now, 100 at most');
});

test('a held call is granted and refused', async ({ page }) => {
  await open(page);
  await expect(row(page, 4)).toContainText('ask');
  await row(page, 4).getByRole('button').first().click();
  await row(page, 4).getByRole('button', { name: 'Grant', exact: true }).click();
  await expect(row(page, 4)).toContainText('allow, granted');
  await row(page, 4).getByRole('button', { name: 'Refuse', exact: true }).click();
  await expect(row(page, 4)).toContainText('ask, refused');
  await row(page, 4).getByRole('button', { name: 'Refuse', exact: true }).click();
  await expect(row(page, 4).locator('.outcome').first()).toHaveText('ask');
});

test('calls are edited, repeated, moved and deleted by keyboard, and taken back', async ({ page }) => {
  await open(page);
  await row(page, 3).locator('.call-main').focus();
  await page.keyboard.press('r');
  await expect(rows(page)).toHaveCount(7);
  await page.keyboard.press('Delete');
  await expect(rows(page)).toHaveCount(6);
  await page.keyboard.press('Alt+ArrowUp');
  await expect(row(page, 2)).toContainText('amount: 900');
  await expect(row(page, 2)).toContainText('00:01:00');
  await expect(row(page, 2).locator('.call-main')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(row(page, 3).locator('.call-main')).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(row(page, 3)).toContainText('amount: 900');
  await page.keyboard.press('Control+Shift+z');
  await expect(row(page, 2)).toContainText('amount: 900');
  await page.keyboard.press('Enter');
  await row(page, 3).getByRole('button', { name: 'Edit' }).click();
  await row(page, 3).getByLabel('amount').fill('700');
  await row(page, 3).getByRole('button', { name: 'Save' }).click();
  await expect(row(page, 3)).toContainText('amount: 700');
  await expect(row(page, 3)).toContainText('deny');
});

test('editing the policy runs the session again and marks what changed', async ({ page }) => {
  await open(page);
  const text = await editor(page).inputValue();
  await edit(page, text.replace('"max": 30', '"max": 10'));
  await expect(tally(page)).toContainText('20 decisions changed');
  await expect(row(page, 1)).toContainText('20 were allow');
  await expect(said(page)).toContainText('20 decisions changed');
  await edit(page, '{"version": 1}');
  await expect(page.locator('.status')).toContainText('fault');
  await expect(page.locator('.cm-lintRange-error').first()).toBeVisible();
  await expect(rows(page)).toHaveCount(6);
});

test('the editor completes, explains and finds faults', async ({ page }) => {
  await open(page);
  await edit(page, '{\n  "version": "1",\n  "default": "deny",\n  "tools": {"create_charg": {}}\n}');
  await expect(page.locator('.marks').first()).toContainText('create_charge');
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('{"version": "1", "default": "deny", "tools": {');
  await page.keyboard.type('"ref');
  const options = page.locator('.cm-tooltip-autocomplete');
  await expect(options).toContainText('refund_charge');
  await page.waitForTimeout(100);
  await page.keyboard.press('Enter');
  await expect(editor(page)).toContainText('"refund_charge": {}');
  await edit(page, '{"version": "1", "default": "deny"}');
  await page.locator('.cm-line').getByText('"default"').hover();
  await expect(page.locator('.cm-help')).toContainText(/./);
});

test('two policies are compared, differences first', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Compare with another policy' }).click();
  const other = page.getByRole('textbox', { name: 'The policy to compare with' });
  await expect(page.locator('.other .cm-editor')).toBeVisible();
  await other.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(policyOf({ create_charge: {}, refund_charge: {}, list_charges: {} }));
  await expect(tally(page)).toContainText('decisions changed');
  await expect(row(page, 1)).toContainText('was allow');
  await page.getByLabel('Show', { exact: false }).selectOption('Decided otherwise');
  for (const each of await rows(page).all()) await expect(each.locator('.changed')).toBeVisible();
  await row(page, 1).locator('.call-main').click();
  await row(page, 1).getByText('What the other policy says').click();
  await expect(row(page, 1).locator('.before .told')).toContainText('allow');
  await page.getByRole('button', { name: 'Swap the two' }).click();
  await expect(tally(page)).toContainText('decisions changed');
  await page.getByRole('button', { name: 'Make them the same' }).click();
  await expect(tally(page)).not.toContainText('changed');
});

test('a session starts from a tool, found by its name', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Start from …' }).click();
  await page.getByLabel('Of this site, by name').pressSequentially('fetch_page');
  await page.locator('.found').getByRole('button', { name: 'fetch_page' }).first().click();
  await expect(page.locator('.session-title')).toContainText('fetch_page of');
  await decided(page);
  await expect(row(page, 1)).toContainText('61×');
  await expect(row(page, 1)).toContainText('60 allow');
});

test('a session starts from a server, and from its address', async ({ page }) => {
  await open(page, '/simulator/?server=notes');
  await expect(page.locator('.session-title')).toHaveText('Notes');
  const policy = JSON.parse(await editor(page).inputValue()) as PolicyDocument;
  expect(Object.keys(policy.tools ?? {})).toHaveLength(9);
});

test('an attack is replayed, hostile and benign, against its policy and against mine', async ({ page }) => {
  await open(page, '/simulator/?attack=rug-pull');
  const offers = page.locator('.offers li');
  await expect(offers.nth(0)).toContainText('The attack, which the policy of the page stops.');
  await expect(page.locator('.offers')).toContainText('The work of a user, which passes.');
  await offers.nth(0).getByRole('button', { name: 'Open' }).click();
  await decided(page);
  await expect(rows(page).last()).toContainText('deny');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Start from …' }).click();
  await page.getByLabel('Replay one of this site').fill('rug pull');
  await page
    .locator('.found')
    .getByRole('button', { name: /^Rug pull/ })
    .click();
  await offers.nth(0).getByRole('button', { name: 'Replay against my policy' }).click();
  await decided(page);
  await expect(rows(page).last()).toContainText('(default deny)');
  await expect(editor(page)).toHaveValue(/create_charge/);
});

test('a recipe of the cookbook opens with its policy and the calls of its cases', async ({ page }) => {
  await page.goto('/guides/cookbook/');
  await page.getByRole('link', { name: 'Open in the simulator: ' }).first().click();
  await expect(page.locator('.session-title')).not.toHaveText('A payment server');
  await decided(page);
  await expect(row(page, 1).locator('.note')).toContainText(/\w/);
  await expect(tally(page)).toContainText(/[1-9]\d* allowed, [1-9]\d* denied/);
});

test('a session starts from a pasted tools/list, classified here', async ({ page }) => {
  await open(page);
  const tools = [
    { name: 'delete_account', inputSchema: { type: 'object', properties: { id: { type: 'string' } } } },
    { name: 'list_accounts' },
  ];
  await paste(page, JSON.stringify({ jsonrpc: '2.0', id: 1, result: { tools } }));
  await expect(editor(page)).toHaveValue(/"deny_if"/);
  await expect(page.locator('.status')).toContainText('Valid');
  await expect(page.locator('.add').getByLabel('Tool')).toHaveValue('delete_account');
});

test('a session starts from a client configuration, a log, and a policy test file', async ({ page }) => {
  await open(page);
  await paste(
    page,
    JSON.stringify({
      mcpServers: { files: { command: 'npx', args: ['-y', 'files-mcp'], alwaysAllow: ['delete_file'] } },
    }),
  );
  await expect(editor(page)).toHaveValue(/delete_file/);
  await paste(
    page,
    '{"tool": "delete_file", "args": {}}\n{"tool": "other", "args": {"a": 1}}\n',
    'Replay against my policy',
  );
  await expect(rows(page)).toHaveCount(2);
  await expect(row(page, 2)).toContainText('(default deny)');
  const cases = [{ name: 'A case', calls: [{ tool: 'a', expect: { outcome: 'allow' } }] }];
  await paste(page, JSON.stringify({ policy: JSON.parse(policyOf({ a: {} })), cases }));
  await expect(page.locator('.session-title')).toHaveText('A case');
  await expect(row(page, 1)).toContainText('allow');
});

test('what cannot be read is told, and nothing is lost', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Start from …' }).click();
  await page.getByLabel(/^Paste/).fill('hello');
  await page.getByRole('button', { name: 'Read it' }).click();
  await expect(page.locator('.offers [role=alert]')).toContainText('This is not JSON');
  await expect(rows(page)).toHaveCount(6);
});

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test('the policy, the calls and the policy test file are taken away', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await page.getByRole('button', { name: 'Take away …' }).click();
  await page.getByRole('button', { name: 'Copy the policy' }).click();
  await expect(page.locator('take-panel [role=status]')).toContainText('copied');
  expect((JSON.parse(await clipboard(page)) as PolicyDocument).hide).toEqual(['delete_account']);
  await page.getByRole('button', { name: 'Copy the calls, one a line' }).click();
  await expect(page.locator('take-panel [role=status]')).toContainText('The calls');
  expect((await clipboard(page)).trimEnd().split('\n')).toHaveLength(36);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download all of it as a policy test file' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('policy.test.json');
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
  const report = await testPolicy(Buffer.concat(chunks).toString(), async () => '');
  expect(
    report.ok && report.suites.flatMap(({ cases }) => cases.flatMap(({ failures }) => failures)),
  ).toEqual([]);
});

test('a link brings the session to another browser, and runs nothing by itself', async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await call(page, '__proto__', { constructor: 1 });
  await page.getByRole('button', { name: 'Take away …' }).click();
  await page.getByRole('button', { name: 'Make a link' }).click();
  await expect(page.getByLabel('The link')).toBeVisible();
  const link = await page.getByLabel('The link').inputValue();
  expect(link).toContain('/simulator/#v1.');
  const other = await browser.newContext({ ...(baseURL && { baseURL }) });
  const guest = await other.newPage();
  await guest.goto(link);
  await expect(guest.locator('.notice')).toContainText('This link holds a session: A payment server.');
  await expect(rows(guest)).toHaveCount(6);
  await guest.getByRole('button', { name: 'Open it' }).click();
  await expect(rows(guest)).toHaveCount(7);
  await expect(row(guest, 7)).toContainText('__proto__');
  expect(new URL(guest.url()).hash).toBe('');
  await other.close();
});

const fragment = (text: string) => `#v1.${deflateRawSync(text).toString('base64url')}`;
const HOSTILE = JSON.stringify({
  version: 1,
  title: '<img src=x onerror=alert(1)>',
  policy: '{"version": "1", "default": "allow", "description": "</script><script>alert(1)</script>"}',
  clock: 0,
  entries: [{ tool: '<script>alert(1)</script>', args: { 'x‮': '"><svg onload=alert(1)>' }, at: 0 }],
  tools: [
    {
      name: 'javascript:alert(1)',
      inputSchema: {
        properties: { '<b onclick=alert(1)>': { enum: ['<i>'] } },
        required: ['<b onclick=alert(1)>'],
      },
    },
  ],
});

test('a link that is broken, huge or from later is told; nothing is lost', async ({ page }) => {
  await open(page);
  const bad: [string, string][] = [
    ['#v1.broken', 'broken'],
    ['#v1.', 'broken'],
    ['#v7.abc', 'version 7'],
    [`#v1.${'a'.repeat(10 * 2 ** 20)}`, 'characters'],
    [fragment(' '.repeat(20 * 2 ** 20)), 'unpack'],
    [fragment('{"__proto__": {"polluted": 1}, "version": 1}'), 'not a session'],
  ];
  for (const [hash, message] of bad) {
    await page.evaluate((value) => {
      location.hash = value;
    }, hash);
    await expect(page.locator('.notice [role=alert]'), message).toContainText(message);
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(page.locator('.notice')).toBeHidden();
    await expect(rows(page)).toHaveCount(6);
  }
  expect(await page.evaluate(() => ({}) as { polluted?: unknown })).not.toHaveProperty('polluted');
});

test('a hostile link is text, before and after it is opened', async ({ page }) => {
  const alerts: string[] = [];
  page.on('dialog', (dialog) => {
    alerts.push(dialog.message());
    return dialog.dismiss();
  });
  await page.goto(`/simulator/${fragment(HOSTILE)}`);
  await expect(page.locator('.notice')).toContainText('<img src=x onerror=alert(1)>');
  await page.getByRole('button', { name: 'Open it' }).click();
  await expect(row(page, 1)).toContainText('<script>alert(1)</script>');
  await expect(row(page, 1)).toContainText('\\u{202e}');
  await row(page, 1).getByRole('button').first().click();
  await editor(page).click();
  await expect(page.locator('.cm-editor')).toBeVisible();
  await decided(page);
  expect(alerts).toEqual([]);
  expect(await simulator(page).locator('img, script').count()).toBe(0);
});

test('the last session is kept in this browser, and cleared', async ({ page }) => {
  await open(page);
  await call(page, 'list_charges', {});
  await expect
    .poll(() => page.evaluate(() => localStorage.simulator as string | undefined))
    .toContain('list_charges');
  await page.reload();
  await expect(rows(page)).toHaveCount(7);
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(rows(page)).toHaveCount(0);
  expect(await page.evaluate(() => localStorage.simulator as string | undefined)).toBeUndefined();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rows(page)).toHaveCount(7);
});

test('what the browser kept and can no longer be read is told', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('simulator', '{"version": 0}'));
  await open(page);
  await expect(page.locator('.notice')).toContainText('cannot be read');
  await expect(rows(page)).toHaveCount(6);
});

test('a session of 10,000 calls is read from a file and shown in pages', async ({ page }) => {
  await open(page);
  const lines = Array.from({ length: 10_000 }, (_, index) =>
    JSON.stringify({ tool: index % 2 ? 'list_charges' : 'no_tool', args: {} }),
  );
  await page.getByRole('button', { name: 'Start from …' }).click();
  const buffer = Buffer.from(lines.join('\n'));
  await page
    .getByLabel('or a file')
    .setInputFiles({ name: 'log.jsonl', mimeType: 'application/jsonl', buffer });
  await page.locator('.offers').getByRole('button').first().click();
  await expect(tally(page)).toContainText('10,000 calls: 5,000 allowed, 5,000 denied');
  await expect(rows(page)).toHaveCount(100);
  await page.getByRole('button', { name: 'Further' }).click();
  await expect(page.locator('.pages')).toContainText('101 to 200 of 10,000');
  await page.getByLabel('Show', { exact: false }).selectOption('Not allowed');
  await expect(page.locator('.pages')).toContainText('1 to 100 of 5,000');
});

test('a tool page tries calls against its policy, in place', async ({ page }) => {
  await page.goto('/tools/notes/create_note/');
  await page.getByRole('button', { name: 'Try calls against it' }).click();
  const panel = page.locator('tool-simulator');
  await expect(panel.getByLabel('title')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(panel.locator('.told')).toContainText('allow');
  await panel.getByRole('button', { name: 'Call many times' }).click();
  await expect(panel.locator('.runs')).toContainText('29 calls: allow');
  await expect(panel.locator('.runs')).toContainText('2 calls: deny');
  await expect(panel).toContainText('[POLICY DENIED]');
  const lit = await page.evaluate(() => [...(CSS.highlights.get('simulator-place') ?? [])].map(String));
  expect(lit.join()).toContain('"counter": "create_note_rate"');
  await panel.getByRole('button', { name: 'A minute later' }).click();
  await panel.getByRole('button', { name: 'Call', exact: true }).click();
  await expect(panel.locator('.told')).toContainText('allow');
});

test('an approval is granted on a tool page', async ({ page }) => {
  await page.goto('/tools/things/drop_things/');
  await page.getByRole('button', { name: 'Try calls against it' }).last().click();
  const panel = page.locator('tool-simulator');
  await panel.getByRole('button', { name: 'Call', exact: true }).click();
  await expect(panel.locator('.told')).toContainText('ask');
  await panel.getByRole('button', { name: 'Grant it, and call again' }).click();
  await expect(panel.locator('.told')).toContainText('allow');
  await expect(panel.locator('.trace')).toContainText('Does a person have to approve?passes');
});

test('a tool without a schema is called with JSON, and its page leads to the simulator', async ({ page }) => {
  await page.goto('/tools/notes/zxqv/');
  await page.getByRole('button', { name: 'Try calls against it' }).click();
  const panel = page.locator('tool-simulator');
  await panel.getByLabel(/^arguments/).fill('{"a": ');
  await panel.getByRole('button', { name: 'Call', exact: true }).click();
  await expect(panel.locator('.fault')).toContainText('Write a JSON object');
  await panel.getByLabel(/^arguments/).fill('{"a": 1}');
  await panel.getByRole('button', { name: 'Call', exact: true }).click();
  await expect(panel.locator('.told')).toContainText('Decision');
  await panel.getByRole('link', { name: 'Open it in the simulator' }).click();
  await expect(page.locator('.session-title')).toHaveText('zxqv of Notes');
});
