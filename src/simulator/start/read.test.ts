import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import type { Proof } from '../../model/proof.ts';
import { compile, loadRegex, type PolicyDocument } from '../../policy/engine.ts';
import { EXAMPLE } from '../example.ts';
import { run } from '../run.ts';
import { verdictAt } from '../verdict.ts';
import { START } from '../workspace.ts';
import { readAttack } from './attack.ts';

import { applied } from './offer.ts';
import { readPaste } from './read.ts';
import { readServer } from './server.ts';

const read = async (value: unknown) => {
  const found = await readPaste(typeof value === 'string' ? value : JSON.stringify(value));
  assert.ok(found.ok, JSON.stringify(found));
  return found;
};
const faultsOf = async (text: string) => {
  const found = await readPaste(text);
  assert.ok(!found.ok, text);
  return found.faults.join(' ');
};

const TOOLS = [
  {
    name: 'delete_file',
    inputSchema: { type: 'object', properties: { path: { type: 'string' } }, required: ['path'] },
  },
  { name: 'list_files' },
  { name: '__proto__' },
];

for (const [name, value] of Object.entries({
  'a result': { tools: TOOLS },
  'a whole answer': { jsonrpc: '2.0', id: 1, result: { tools: TOOLS } },
  'a bare list': TOOLS,
}))
  test(`the tools of ${name} are classified, and a policy is recommended`, async () => {
    const [offer] = (await read(value)).offers;
    const policy = JSON.parse(offer?.policy ?? '');
    assert.deepEqual(Object.keys(policy.tools), ['delete_file', 'list_files', '__proto__']);
    assert.deepEqual(policy.tools.delete_file.deny_if[0].conditions, []);
    assert.equal(offer?.tools?.[0]?.level, 'critical');
  });

test('a configuration gives the tools that it names, and says what it does not', async () => {
  const { offers, notes, lookups } = await read({
    mcpServers: {
      files: { command: 'npx', args: ['-y', '@example/files@1.2.0', '/home'], alwaysAllow: ['list_files'] },
      other: { command: 'uvx', args: ['other-server'] },
    },
  });
  assert.deepEqual(
    offers.map(({ title, tools }) => [title, tools?.map(({ name }) => name)]),
    [['files', ['list_files']]],
  );
  assert.match(notes.join(), /other\./);
  assert.deepEqual(lookups, ['other-server']);
});

test('a log is read line by line, ours and that of MCP', async () => {
  const { offers, notes } = await read(
    [
      '{"tool": "a", "args": {"x": 1}, "grant": "g", "at": "2026-02-01T00:00:00Z"}',
      '',
      '{"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "b", "arguments": {}}}',
      '{"tool": "c", "at": 1769904005}',
      '{"tool": 7}',
      'nothing',
    ].join('\n'),
  );
  const entries = offers[0]?.entries ?? [];
  assert.deepEqual(
    entries.map(({ tool, grant, at }) => [tool, grant, new Date(at).toISOString()]),
    [
      ['a', 'g', '2026-02-01T00:00:00.000Z'],
      ['b', 'default', '2026-02-01T00:00:00.000Z'],
      ['c', 'default', '2026-02-01T00:00:05.000Z'],
    ],
  );
  assert.match(notes.join(' '), /2 lines left out.*Line 5.*Line 6/);
});

test('each case of a policy test file is an offer', async () => {
  const policy = { version: '1', default: 'deny' };
  const call = { tool: 'a', at: '2026-01-01T00:00:01Z', expect: { outcome: 'deny' } };
  const { offers } = await read({
    policy,
    cases: [
      { name: 'one', calls: [call, { ...call, approved_at: call.at }] },
      { name: 'two', calls: [call] },
    ],
  });
  assert.deepEqual(
    offers.map(({ title, entries }) => [title, entries?.length]),
    [
      ['All cases of the file', 3],
      ['one', 2],
      ['two', 1],
    ],
  );
  assert.equal(offers[1]?.entries?.[1]?.approval, 'granted');
  assert.deepEqual(JSON.parse(offers[0]?.policy ?? ''), policy);
});

test('a policy is a policy', async () => {
  assert.equal((await read(EXAMPLE.policy)).offers[0]?.policy, EXAMPLE.policy);
});

test('what is none of these is told', async () => {
  const faults: [string, RegExp][] = [
    ['', /nothing here/],
    ['hello', /not JSON/],
    ['7', /JSON, but not/],
    ['{}', /JSON, but not/],
    ['{"cases": [{"name": ""}]}', /cases/],
    ['[]', /no tool/],
    ['{"mcpServers": {}}', /no server/],
    [`{"tools": ${'['.repeat(5000)}${']'.repeat(5000)}}`, /no tool/],
    [' '.repeat(21 * 2 ** 20), /MB/],
  ];
  for (const [text, fault] of faults) assert.match(await faultsOf(text), fault);
});

test('a server of the site gives its policy, and a tool of it its own', () => {
  const tool = (name: string) => ({
    name,
    level: 'low',
    inputSchema: { properties: { url: { type: 'string', format: 'uri' } }, required: ['url'] },
    rule: { limits: [{ counter: 'c', window: 'minute', max: 5, scope: 'grant' }] },
  });
  const server = { id: 's', title: 'S', tools: [tool('a'), tool('b')] };
  const whole = readServer(server);
  const one = readServer(server, 'b');
  assert.ok(whole.ok && one.ok);
  assert.deepEqual(Object.keys(JSON.parse(whole.offers[0]?.policy ?? '').tools), ['a', 'b']);
  assert.deepEqual(Object.keys(JSON.parse(one.offers[0]?.policy ?? '').tools), ['b']);
  assert.deepEqual(
    one.offers[0]?.entries?.map(({ times, args }) => [times, args]),
    [[6, { url: 'https://example.com/' }]],
  );
  assert.ok(!readServer(server, 'c').ok && !readServer(null).ok && !readServer([]).ok);
});

test('a server is shown by one tool of each kind of rule, not by its riskiest alone', () => {
  const denied = { deny_if: [{ conditions: [], on_deny: 'no' }] };
  const limited = (max: number) => ({ limits: [{ counter: 'c', window: 'minute', max, scope: 'grant' }] });
  const rules = { a: denied, b: denied, c: denied, d: limited(10), e: limited(10), f: limited(60) };
  const tools = Object.entries(rules).map(([name, rule]) => ({ name, rule }));
  const found = readServer({ id: 's', title: 'S', tools });
  assert.ok(found.ok);
  assert.deepEqual(
    found.offers[0]?.entries?.map(({ tool, times }) => [tool, times]),
    [
      ['a', 1],
      ['d', 11],
      ['f', 61],
    ],
  );
});

test('an attack gives each of its sequences, with the time that passes', () => {
  const call = (more: object) => ({
    tool: 'a',
    args: {},
    origin: 'ours',
    expect: { outcome: 'allow' },
    ...more,
  });
  const deny = { expect: { outcome: 'deny', rule: '(default deny)' } };
  const proof = {
    about: 'About it.',
    servers: [
      { name: 'x', tools: ['a'], origin: 'ours' },
      { name: 'y', tools: ['b'], origin: 'ours', governed: false },
    ],
    policy: { version: '1', default: 'deny' },
    sequences: [
      { kind: 'hostile', title: 'Bad', calls: [call({ times: 3 }), call({ after: 60, tool: 'b', ...deny })] },
      { kind: 'benign', title: 'Good', calls: [call({})] },
    ],
  };
  const found = readAttack({ id: 'i', title: 'T', proof });
  assert.ok(found.ok, JSON.stringify(found));
  const [hostile] = found.offers;
  assert.deepEqual(
    hostile?.entries?.map(({ at, times, unguarded }) => [at - START, times, unguarded]),
    [
      [0, 3, undefined],
      [60_000, 1, true],
    ],
  );
  assert.equal(found.offers.length, 2);
  assert.ok(!readAttack({ title: 'T' }).ok);
});

test('several servers of a configuration are offered together as well', async () => {
  const { offers } = await read({ servers: { a: { alwaysAllow: ['x'] }, b: { tools: { y: {} } } } });
  assert.deepEqual(
    offers.map(({ tools }) => tools?.map(({ name }) => name)),
    [['x', 'y'], ['x'], ['y']],
  );
  const silent = await readPaste(
    '{"mcpServers": {"git": {"command": "npx", "args": ["@example/git-mcp@2"]}}}',
  );
  assert.ok(!silent.ok);
  assert.deepEqual(silent.lookups, ['git-mcp']);
});

test('more than a session holds is refused', async () => {
  const call = { tool: 'a', expect: { outcome: 'deny' } };
  const calls = Array.from({ length: 10_001 }, (_, index) => ({ ...call, args: { index } }));
  const cases = [{ name: 'many', calls }];
  assert.match(
    await faultsOf(JSON.stringify({ policy: { version: '1', default: 'deny' }, cases })),
    /at most 10,000/,
  );
});

test('an offer keeps of the workspace what it does not bring', () => {
  const next = applied(EXAMPLE, { title: 'x', about: '', entries: [] });
  assert.equal(next.policy, EXAMPLE.policy);
  assert.deepEqual(next.entries, []);
  assert.equal(applied(EXAMPLE, { title: 'x', about: '', policy: '{}' }).base, '{}');
});

for (const file of globSync('content/proofs/*.json'))
  test(`the calls of ${basename(file)} are decided as its proof says`, async () => {
    const proof = JSON.parse(readFileSync(file, 'utf8')) as Proof;
    const found = readAttack({ title: 'x', proof });
    assert.ok(found.ok, JSON.stringify(found));
    for (const [index, { policy = '', entries = [] }] of found.offers.entries()) {
      const document = JSON.parse(policy) as PolicyDocument;
      const done = run(compile(document, await loadRegex(document)), entries);
      const outcomes = entries.map((_, entry) => verdictAt(done, done.first[entry] as number).outcome);
      const calls = proof.sequences[index]?.calls ?? [];
      assert.deepEqual(
        outcomes,
        calls.map(({ approved, expect }) => (approved ? 'allow' : expect.outcome)),
      );
    }
  });
