import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AttackFacts, AttackKind } from '../model/attack.ts';
import { Proof } from '../model/proof.ts';
import { parseEntry } from './entry.ts';
import { scaffoldEntry, scaffoldProof } from './scaffold.ts';

for (const kind of AttackKind.options)
  test(`a new ${kind} names every field, and its faults are what is left to write`, () => {
    const text = scaffoldEntry({ id: 'acme', title: 'Acme: # odd', kind, day: '2026-11-20' });
    const { problems } = parseEntry('attacks/acme.md', text);
    const missing = problems.filter(({ found }) => found === 'nothing');
    assert.deepEqual(missing, []);
    for (const pointer of ['/summary', '/severity', '/signals', '/policy/verdict', '/references'])
      assert(
        problems.some((problem) => problem.pointer === pointer),
        pointer,
      );
    assert.equal(problems.filter(({ found }) => found.startsWith('nothing under')).length, 5);
    for (const field of Object.keys(AttackFacts.shape)) assert.match(text, new RegExp(`^${field}:`, 'm'));
  });

test('a new proof is not accepted as it is', () => {
  assert(!Proof.safeParse(JSON.parse(scaffoldProof())).success);
});
