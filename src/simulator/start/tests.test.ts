import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { loadPolicy, PolicyTestFile } from '../../policy/index.ts';
import { run } from '../run.ts';
import { verdictAt } from '../verdict.ts';
import { readTests } from './tests.ts';

const RECIPES = new URL('../../../content/recipes/', import.meta.url);

/** What each call of a session comes to, one after the other. */
async function decisionsOf({
  policy,
  entries = [],
}: {
  policy?: string;
  entries?: Parameters<typeof run>[1];
}) {
  const loaded = await loadPolicy(policy);
  assert.ok(loaded.ok);
  const made = run(loaded.policy, entries);
  return Array.from(made.which, (_, call) => verdictAt(made, call).outcome);
}

for (const name of readdirSync(RECIPES))
  test(`all cases of ${name} in one session come to what each is expected to come to`, async () => {
    const value: unknown = JSON.parse(readFileSync(new URL(name, RECIPES), 'utf8'));
    const { cases } = PolicyTestFile.parse(value);
    const found = readTests(value);
    assert.ok(found.ok);
    const expected = cases.map(({ calls }) => calls.map(({ expect }) => expect.outcome));
    const [first, ...rest] = await Promise.all(found.offers.map(decisionsOf));
    assert.deepEqual(first, expected.flat());
    if (cases.length > 1) assert.deepEqual(rest, expected);
  });
