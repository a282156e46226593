import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadAttacks } from './load.ts';
import { attackFinder, leadingSignal } from './match.ts';
import { anAttack } from './testing.ts';

const attack = (id: string, signals: string[], changes = {}) => anAttack({ id, signals, ...changes });
const idsOf = (matches: readonly { id: string }[]) => matches.map(({ id }) => id);

const common = Array.from({ length: 6 }, (_, index) => attack(`common-${index}`, ['reads_private_data']));
const find = attackFinder([
  ...common,
  attack('rare', ['pays']),
  attack('both', ['pays', 'reads_private_data']),
  attack('wide', ['pays', 'runs_shell', 'deletes']),
]);

test('a tool without signals of an attack has none', () => {
  assert.deepEqual(find({ category: 'read', signals: [] }), []);
  assert.deepEqual(find({ category: 'read', signals: ['unheard_of'] }), []);
});

test('a rare signal weighs more than one that most attacks have, and says so first', () => {
  const [first] = find({ category: 'read', signals: ['reads_private_data', 'pays'] });
  assert.equal(first?.id, 'both');
  assert.deepEqual(first?.signals, ['pays', 'reads_private_data']);
});

test('each signal has its turn before one of them has a second; the others follow best match first', () => {
  const found = find({ category: 'read', signals: ['reads_private_data', 'pays', 'deletes'] });
  assert.deepEqual(idsOf(found).slice(0, 4), ['wide', 'both', 'common-0', 'rare']);
  assert.deepEqual(found.slice(0, 3).map(leadingSignal), ['deletes', 'pays', 'reads_private_data']);
  const [, , , ...rest] = found.map(({ score }) => score);
  assert.deepEqual(
    rest,
    rest.toSorted((a, b) => b - a),
  );
});

test('an attack of which a tool shows the whole stands before one of which it shows a part', () => {
  const found = idsOf(find({ category: 'read', signals: ['pays'] }));
  assert.deepEqual(found, ['rare', 'both', 'wide']);
});

test('equals stand by severity, then by id', () => {
  const equals = attackFinder([
    attack('b', ['pays']),
    attack('c', ['pays'], { severity: 'critical' }),
    attack('a', ['pays']),
    attack('other', ['deletes']),
  ]);
  assert.deepEqual(idsOf(equals({ category: 'read', signals: ['pays'] })), ['c', 'a', 'b']);
});

test('an attack on tools of the same category, and a general method, stand first', () => {
  const of = attackFinder([
    attack('writing', ['pays'], { toolCategories: ['write'] }),
    attack('reading', ['pays'], { toolCategories: ['read'] }),
    attack('method', ['pays'], { toolCategories: ['read'], kind: 'technique' }),
    attack('other', ['deletes']),
  ]);
  assert.deepEqual(idsOf(of({ category: 'read', signals: ['pays'] })), ['method', 'reading', 'writing']);
  assert.deepEqual(idsOf(of({ category: 'write', signals: ['pays'] })), ['writing', 'method', 'reading']);
});

test('the order of signals does not matter, and tools that are alike share one list', () => {
  const one = find({ category: 'read', signals: ['pays', 'reads_private_data'] });
  assert.equal(find({ category: 'read', signals: ['reads_private_data', 'pays', 'pays'] }), one);
  assert(Object.isFrozen(one));
});

test('the order of the attacks does not matter', () => {
  const { attacks } = loadAttacks('content');
  const forward = attackFinder(attacks.values());
  const backward = attackFinder([...attacks.values()].reverse());
  for (const { signals, toolCategories } of attacks.values()) {
    const tool = { category: toolCategories[0] ?? 'read', signals };
    assert.deepEqual(idsOf(forward(tool)), idsOf(backward(tool)));
  }
});

const { attacks } = loadAttacks('content');
const real = attackFinder(attacks.values());

const CASES: readonly {
  tool: string;
  category: 'read' | 'write' | 'execute' | 'financial';
  signals: string[];
  among: string;
}[] = [
  {
    tool: 'a fetcher',
    category: 'read',
    signals: ['takes_url', 'makes_network_request'],
    among: 'ssrf-via-tool-url',
  },
  {
    tool: 'a shell',
    category: 'execute',
    signals: ['runs_shell', 'free_text_argument'],
    among: 'command-injection-tool-args',
  },
  { tool: 'a payment', category: 'financial', signals: ['pays'], among: 'fraudulent-or-runaway-payment' },
  { tool: 'a messenger', category: 'write', signals: ['sends_message'], among: 'tool-shadowing' },
  {
    tool: 'a query',
    category: 'read',
    signals: ['runs_sql', 'reads_private_data'],
    among: 'neon-mcp-prompt-injection',
  },
];

for (const { tool, category, signals, among } of CASES)
  test(`${tool} meets ${among} among its first six`, () => {
    assert(idsOf(real({ category, signals })).slice(0, 6).includes(among));
  });

test('tools of one category with different signals get different lists', () => {
  const lists = [['runs_sql'], ['takes_url'], ['takes_file_path'], ['handles_credentials']].map((signals) =>
    idsOf(real({ category: 'read', signals }))
      .slice(0, 6)
      .join(),
  );
  assert.equal(new Set(lists).size, lists.length);
});
