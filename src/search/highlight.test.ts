import assert from 'node:assert/strict';
import { test } from 'node:test';
import { highlight } from './highlight.ts';

const marked = (name: string, query: string) =>
  highlight(name, query)
    .map(({ text, hit }) => (hit ? `[${text}]` : text))
    .join('');

test('the words of the query are marked', () => {
  assert.equal(marked('create_issue', 'create issues'), '[create]_[issue]');
  assert.equal(marked('createIssue', 'create_issue'), '[create][Issue]');
  assert.equal(marked('DeleteBucket', 'delete a bucket'), '[Delete][Bucket]');
  assert.equal(marked('create_issue', 'zzz'), 'create_issue');
  assert.equal(marked('a.b*c', '.*'), 'a.b*c');
  assert.equal(marked('<b>x</b>', 'b'), '<[b]>x</[b]>');
});
