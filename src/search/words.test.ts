import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runsOf, singular, spaced, squash, squashedTitle, withoutStopWords } from './words.ts';

test('one name in all its spellings is squashed to the same letters', () => {
  for (const name of [
    'create_issue',
    'createIssue',
    'create-issue',
    'Create Issue',
    'CREATE.ISSUE',
    '/create/issue',
  ])
    assert.equal(squash(name), 'createissue', name);
  assert.equal(squash('Café №1'), 'cafeno1');
  assert.equal(squash('高德天气'), '高德天气');
  assert.equal(squash('+++'), '');
});

test('a name is cut into words at separators and at humps', () => {
  const parts = (name: string) => runsOf(name).flatMap((run) => run.parts);
  assert.deepEqual(parts('create_issue'), ['create', 'issue']);
  assert.deepEqual(parts('getHTTPResponse'), ['get', 'http', 'response']);
  assert.deepEqual(parts('s3ListBuckets'), ['s3', 'list', 'bucket']);
  assert.deepEqual(parts("GitHub's API"), ['git', 'hub', 'api']);
  assert.deepEqual(
    runsOf('GitHub Issues').map(({ whole, text }) => [whole, text]),
    [
      ['github', 'github'],
      ['issue', 'issues'],
    ],
  );
});

test('singular forms meet, and short or double s stays', () => {
  const cases = { issues: 'issue', queries: 'query', query: 'query', access: 'access', dns: 'dns', ls: 'ls' };
  for (const [word, expected] of Object.entries(cases)) assert.equal(singular(word), expected);
});

test('words without meaning are dropped, unless there are no others', () => {
  const rest = (text: string) => withoutStopWords(runsOf(text)).map(({ text }) => text);
  assert.deepEqual(rest('delete all of the buckets'), ['delete', 'buckets']);
  assert.deepEqual(rest('is it'), ['is', 'it']);
});

test('a title is known by the words that part it from others', () => {
  assert.equal(squashedTitle('GitHub MCP Server'), 'github');
  assert.equal(squashedTitle("GitHub's official Remote MCP Server"), 'github');
  assert.equal(squashedTitle('MCP Server'), 'mcpserver');
});

test('the full-text index gets separate words', () => {
  assert.equal(spaced('createIssue_v2/x'), 'create Issue v2 x');
});
