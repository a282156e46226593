import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attackFinder } from '../attacks/match.ts';
import { anAttack } from '../attacks/testing.ts';
import type { ServerEntry, ToolEntry } from '../catalogue/catalogue.ts';
import { attacksOfServer, attacksOfTool } from './attack-of-tool.ts';

const entries = [
  ...[...Array(8).keys()].map((index) => anAttack({ id: `pay-${index}`, signals: ['pays'] })),
  anAttack({ id: 'shell', signals: ['runs_shell'] }),
  anAttack({ id: 'other', signals: ['renders_output'] }),
];
const database = {
  attacks: new Map(entries.map((attack) => [attack.id, attack])),
  find: attackFinder(entries),
};

const server = { id: 'bank', tools: [] as ToolEntry[] } as unknown as ServerEntry;
const tool = (name: string, ...signals: string[]) =>
  ({
    server,
    tool: { name },
    slug: name,
    category: 'read',
    capabilities: signals.map((signal) => ({ signal, evidence: [{ where: '/name', saw: name }] })),
  }) as unknown as ToolEntry;

const pay = tool('pay', 'pays');
const run = tool('run', 'runs_shell', 'pays');

test('a tool names six attacks at most, and links all of them', () => {
  const { groups, count, all } = attacksOfTool(pay, database);
  assert.equal(count, 8);
  assert.deepEqual(
    groups.map(({ signal, saw, attacks }) => [signal, saw, attacks.length]),
    [['pays', 'pay', 6]],
  );
  assert.equal(all?.href, '/attacks/?signal=pays#list');
});

test('the best match stands first, under what links it', () => {
  const { groups } = attacksOfTool(run, database);
  assert.deepEqual(
    groups.map(({ signal, attacks }) => [signal, attacks.length]),
    [
      ['runs_shell', 1],
      ['pays', 5],
    ],
  );
});

test('a capability that shows is not crowded out by a stronger one', () => {
  const { groups } = attacksOfTool(tool('show', 'renders_output', 'pays'), database);
  assert.deepEqual(
    groups.map(({ signal, attacks }) => [signal, attacks.length]),
    [
      ['renders_output', 1],
      ['pays', 5],
    ],
  );
});

test('a tool without a capability has none', () => {
  assert.deepEqual(attacksOfTool(tool('plain'), database), { groups: [], count: 0, all: undefined });
});

test('a server names each attack once, with the tool that it concerns', () => {
  const { groups, count } = attacksOfServer({ ...server, tools: [pay, run] } as ServerEntry, database);
  assert.equal(count, 9);
  assert.deepEqual(
    groups.map(({ attacks }) => attacks[0]?.tool?.name),
    ['run', 'pay'],
  );
});
