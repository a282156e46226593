import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compile, type PolicyDocument } from '../policy/index.ts';
import { EXAMPLE } from './example.ts';
import { run } from './run.ts';
import { type Show, shownEntries } from './shown.ts';

const made = run(compile(JSON.parse(EXAMPLE.policy) as PolicyDocument), EXAMPLE.entries);
/** Another policy decides the 31st call of the first line and the one of the fourth line otherwise. */
const changed = Uint8Array.from(made.which, (_, call) => (call === 30 || call === 33 ? 1 : 0));

const CASES: [show: Show, changesFirst: boolean, lines: number[]][] = [
  ['all', false, [0, 1, 2, 3, 4, 5]],
  ['all', true, [0, 3, 1, 2, 4, 5]],
  ['stopped', false, [0, 2, 3, 5]],
  ['changed', true, [0, 3]],
];
for (const [show, changesFirst, lines] of CASES)
  test(`lines are shown: ${show}${changesFirst ? ', changes first' : ''}`, () => {
    assert.deepEqual(shownEntries(6, made, changed, show, changesFirst), lines);
  });

test('before anything is decided all lines are shown', () => {
  assert.deepEqual(shownEntries(2, undefined, changed, 'stopped', true), [0, 1]);
});
