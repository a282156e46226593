import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exposureOf } from './exposure.ts';
import { attackFinder } from './match.ts';
import { anAttack } from './testing.ts';

const find = attackFinder([
  anAttack({ id: 'payments', signals: ['pays'] }),
  anAttack({ id: 'both', signals: ['pays', 'deletes'] }),
  anAttack({ id: 'shells', signals: ['runs_shell'] }),
]);
const tools = [
  { name: 'pay', category: 'read' as const, signals: ['pays'] },
  { name: 'read', category: 'read' as const, signals: [] },
  { name: 'pay-and-delete', category: 'read' as const, signals: ['deletes', 'pays'] },
  { name: 'pay-again', category: 'read' as const, signals: ['pays'] },
];
const namesOf = (id: string, max: number) =>
  exposureOf(tools, find, max)
    .get(id)
    ?.tools.map(({ tool }) => tool.name);

test('the most exposed tools stand first, and equals in their order', () => {
  assert.deepEqual(namesOf('both', 9), ['pay-and-delete', 'pay', 'pay-again']);
  assert.deepEqual(namesOf('both', 2), ['pay-and-delete', 'pay']);
});

test('the count is that of all tools, however few are named', () => {
  assert.equal(exposureOf(tools, find, 1).get('payments')?.count, 3);
  assert.equal(exposureOf(tools, find, 0).get('payments')?.tools.length, 0);
});

test('each tool comes with the signals that link it', () => {
  const [first] = exposureOf(tools, find, 1).get('both')?.tools ?? [];
  assert.deepEqual(first?.signals, ['deletes', 'pays']);
});

test('an attack that concerns no tool is not there', () => {
  assert.equal(exposureOf(tools, find, 9).get('shells'), undefined);
});
