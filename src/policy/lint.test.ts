import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { LINT_RULES } from './lint.ts';

test('every rule has an id of its own, a level and a sentence', () => {
  const ids = LINT_RULES.map(({ id }) => id);
  assert.deepEqual(ids, [...new Set(ids)]);
  for (const { description, id, level } of LINT_RULES) {
    assert.match(id, /^[a-z]+(-[a-z]+)*$/);
    assert.ok(['error', 'warning', 'note'].includes(level));
    assert.match(description, /^[A-Z].*\.$/);
  }
});

test('every list of rules has its cases beside it', () => {
  const folder = new URL('lint/', import.meta.url);
  const lists = readdirSync(folder).filter(
    (name) =>
      !name.endsWith('.test.ts') &&
      readFileSync(new URL(name, folder), 'utf8').includes('readonly LintRule[] ='),
  );
  assert.equal(lists.length, 5);
  for (const name of lists) assert.ok(readdirSync(folder).includes(name.replace('.ts', '.test.ts')), name);
});
