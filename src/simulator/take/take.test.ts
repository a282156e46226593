import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { compile, type PolicyDocument, testPolicy } from '../../policy/index.ts';
import { EXAMPLE } from '../example.ts';
import { run } from '../run.ts';
import { readLog } from '../start/log.ts';
import { type Entry, entryOf, START, type Workspace } from '../workspace.ts';
import { jsonlOf } from './jsonl.ts';
import { fragmentOf, textOfFragment } from './link.ts';
import { isLink } from './link-form.ts';
import { saveText } from './save.ts';
import { readSaved } from './saved.ts';
import { secretsIn } from './secrets.ts';
import { testFileOf } from './test-file.ts';

const ODD: Workspace = {
  title: '<script>alert(1)</script>',
  policy: '{"version": "1", "default": "allow"}',
  base: '{"version": "1", "default": "deny"}',
  clock: START + 5,
  tools: [{ name: '__proto__', inputSchema: { type: 'object' }, level: 'low' }],
  entries: [
    entryOf('__proto__', JSON.parse('{"__proto__": {"a": 1}, "constructor": "😀"}'), START, {
      grant: 'g',
      times: 3,
      over: 9,
    }),
    entryOf('a', {}, START, { approval: 'refused', upstream: 'pending', unguarded: true, note: 'n' }),
  ],
};

const fragmentFor = (text: string) => `#v1.${deflateRawSync(text).toString('base64url')}`;
const opened = async (fragment: string) => {
  const found = await textOfFragment(fragment);
  return 'fault' in found ? found : readSaved(found.text);
};

for (const [name, workspace] of Object.entries({ EXAMPLE, ODD }))
  test(`a link gives ${name} back as it was`, async () => {
    const made = await fragmentOf(workspace);
    assert.ok('fragment' in made && isLink(made.fragment));
    const found = await opened(made.fragment);
    assert.ok('workspace' in found, JSON.stringify(found));
    assert.equal(JSON.stringify(found.workspace.entries), JSON.stringify(readBack(workspace).entries));
    assert.equal(saveText(found.workspace), saveText(workspace));
  });

const readBack = (workspace: Workspace): Workspace => {
  const found = readSaved(saveText(workspace));
  assert.ok('workspace' in found);
  return found.workspace;
};

test('what was found in the documents of a session is kept with it, and nothing else is taken for that', () => {
  const mark = { level: 'note', pointer: '/default', message: 'said before', rule: 'a-rule' } as const;
  assert.deepEqual(readSaved(saveText(ODD, [[mark], []])), {
    workspace: readBack(ODD),
    checked: [[mark], []],
  });
  for (const checked of [[[]], [[{ ...mark, level: 'fault' }], []], [[{ ...mark, message: 1 }], []]]) {
    const found = readSaved(JSON.stringify({ ...JSON.parse(saveText(ODD)), checked }));
    assert.ok('fault' in found && found.fault.includes('checked'), JSON.stringify(found));
  }
});

test('a link that would be too long is not made', async () => {
  const noise = Array.from({ length: 4000 }, (_, index) =>
    entryOf(`t${(index * 2654435761) % 4294967296}`, {}, START),
  );
  assert.ok('tooLong' in (await fragmentOf({ ...EXAMPLE, entries: noise })));
});

test('a link that is broken, huge, foreign or from later is told, and nothing is thrown', async () => {
  const good = await fragmentOf(EXAMPLE);
  assert.ok('fragment' in good);
  const bad: [string, RegExp][] = [
    [good.fragment.slice(0, -40), /broken/],
    ['#v1.%%%', /broken/],
    ['#v1.', /broken/],
    ['#v2.abc', /version 2/],
    [`#v1.${'a'.repeat(10 * 2 ** 20)}`, /characters/],
    [fragmentFor(' '.repeat(40 * 2 ** 20)), /unpack/],
    [fragmentFor('{"version": 1}'), /not a session/],
    [fragmentFor('null'), /not a session/],
    [fragmentFor(saveText({ ...EXAMPLE, entries: [entryOf('a', [] as never, START)] })), /args/],
    [fragmentFor(saveText({ ...EXAMPLE, clock: 1e300 })), /clock/],
    [fragmentFor(saveText({ ...EXAMPLE, entries: [entryOf('a', {}, START, { times: 1e9 })] })), /times/],
    [fragmentFor(`{"version": 1, "__proto__": {"x": 1}, ${saveText(EXAMPLE).slice(13)}`), /./],
  ];
  for (const [fragment, fault] of bad.slice(0, -1)) {
    const found = await opened(fragment);
    assert.ok('fault' in found, fragment.slice(0, 80));
    assert.match(found.fault, fault);
  }
  await opened(bad.at(-1)?.[0] as string);
  assert.equal(({} as { x?: number }).x, undefined);
});

test('a session is a log of its calls', () => {
  const lines = jsonlOf(ODD.entries).trimEnd().split('\n');
  assert.equal(lines.length, 4);
  assert.deepEqual(Object.keys(JSON.parse(lines[0] ?? '')), ['tool', 'args', 'grant', 'at']);
  assert.equal(JSON.parse(lines[1] ?? '').at, '2026-01-01T00:00:00.003Z');
});

test('a log of a session is read back with what persons said and what failed upstream', () => {
  const policy = compile(JSON.parse(EXAMPLE.policy) as PolicyDocument);
  const refund = { charge: 'ch_1', amount: 20, reason: 'Sent twice' };
  const more = [
    entryOf('create_charge', { amount: 1 }, START + 70_000, { upstream: 'failed', times: 40, over: 100 }),
    entryOf('refund_charge', refund, START + 70_500, { approval: 'granted', grantedBefore: 3_600_000 }),
    entryOf('refund_charge', refund, START + 71_000, { approval: 'refused', grant: 'alice' }),
    entryOf('refund_charge', refund, START + 72_000, { approval: 'granted', upstream: 'pending', times: 2 }),
  ];
  const entries = [...EXAMPLE.entries, ...more];
  const found = readLog(jsonlOf(entries));
  const read = found.ok ? (found.offers[0]?.entries ?? []) : [];
  const verdicts = (all: readonly Entry[]) => {
    const { verdicts, which } = run(policy, all);
    return Array.from(which, (place) => verdicts[place]);
  };
  assert.equal(jsonlOf(read), jsonlOf(entries));
  assert.deepEqual(verdicts(read), verdicts(entries));
});

test('what the simulator decided, the policy test file finds again', async () => {
  const policy = compile(JSON.parse(EXAMPLE.policy) as PolicyDocument);
  const file = testFileOf(EXAMPLE, run(policy, EXAMPLE.entries));
  const report = await testPolicy(file, async () => '');
  assert.ok(report.ok, JSON.stringify(report));
  assert.deepEqual(
    report.suites.flatMap(({ cases }) => cases.flatMap(({ failures }) => failures)),
    [],
  );
  assert.equal(JSON.parse(file).cases[0].calls.length, 36);
});

test('what looks like a secret is told, and the example holds none', () => {
  assert.deepEqual(secretsIn(saveText(EXAMPLE)), []);
  // Put together here, so that no tool takes this file for a leak.
  const secrets: [string, string][] = [
    [`AKIA${'ABCD'.repeat(4)}`, 'a key of AWS'],
    [`ghp_${'a1'.repeat(18)}`, 'a token of GitHub'],
    [`sk-${'a1'.repeat(12)}`, 'a key of an AI service'],
    [`eyJ${'a'.repeat(9)}.eyJ${'b'.repeat(9)}.${'c'.repeat(9)}`, 'a JSON Web Token'],
    [`-----BEGIN RSA ${'PRIVATE'} KEY-----`, 'a private key'],
  ];
  for (const [secret, name] of secrets) assert.deepEqual(secretsIn(`{"a": "${secret}"}`), [name]);
});
