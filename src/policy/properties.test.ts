import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compile } from './compile.ts';
import { memoryState } from './decide.ts';
import { explain } from './explain.ts';
import { re2 } from './re2.ts';
import * as arbitrary from './testing/arbitrary.ts';
import { PROPERTIES } from './testing/properties.ts';

for (const { name, property, runs } of PROPERTIES) {
  test(name, () => fc.assert(property, { numRuns: runs }));
}

test('the arbitrary documents and calls meet: every outcome comes up, and most decisions can be flipped', () => {
  const seen = { allow: 0, deny: 0, ask: 0, flipped: 0 };
  for (const [document, call] of fc.sample(fc.tuple(arbitrary.policy, arbitrary.call), {
    numRuns: 1000,
    seed: 7,
  })) {
    const { change, outcome } = explain(compile(document, re2), call, memoryState());
    seen[outcome]++;
    if (change !== undefined) seen.flipped++;
  }
  assert.ok(seen.allow > 100 && seen.deny > 100 && seen.ask > 10 && seen.flipped > 500, JSON.stringify(seen));
});
