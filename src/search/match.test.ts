import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SAMPLE, sampleSearched } from '../../tests/search/sample.ts';
import { inNames } from './masks.ts';
import { matchNames, matchSome } from './match.ts';
import { type Index, prepare } from './prepare.ts';
import { queryOf } from './query.ts';
import { recordsOf } from './records-of.ts';

const index = prepare(recordsOf(sampleSearched(), 'text'));

/** `name @ server id` of a tool, the id of a server, the id of an attack with an exclamation mark. */
const shown = ({ names, owner, records, servers, firstAttack }: Index, record: number) => {
  if (record >= firstAttack) return `!${records.attacks.ids[record - firstAttack]}`;
  return record < servers
    ? `@${records.ids[record]}`
    : `${names[record]} @${records.ids[owner[record] as number]}`;
};
const found = (text: string) => matchNames(index, queryOf(text)).map((record) => shown(index, record));

test('the name itself comes first, then its other spellings, originals before copies', () => {
  const others = ['create_issue_comment @github', 'create_issue_comment @github-copy', '!issue-flood'];
  const spelt = ['create_issue @github', 'create_issue @github-copy'];
  assert.deepEqual(found('create_issue'), [...spelt, 'createIssue @gitea', ...others]);
  assert.deepEqual(found('createIssue'), ['createIssue @gitea', ...spelt, ...others]);
  for (const text of ['createissue', 'create-issue', 'create issue', 'CREATE ISSUE'])
    assert.deepEqual(new Set(found(text).slice(0, 3)), new Set([...spelt, 'createIssue @gitea']), text);
});

test('a server is found by its title, without the words that all titles have, and by its id', () => {
  assert.deepEqual(found('github').slice(0, 2), ['@github', '@github-copy']);
  assert.equal(found('github mcp server')[0], '@github');
  assert.equal(found('github-copy')[0], '@github-copy');
  assert.equal(found('达梦')[0], '@odd');
});

test('words may stand in any order, be cut short, and stand in the server', () => {
  assert.equal(found('issues list')[0], 'list_issues @github');
  assert.equal(found('buck del')[0], 'delete_bucket @store');
  assert.equal(found('delete a bucket')[0], 'delete_bucket @store');
  assert.deepEqual(found('gitea create'), ['createIssue @gitea']);
  assert.deepEqual(found('delete repository'), []);
});

test('odd names are found as they are', () => {
  for (const name of Object.keys(SAMPLE.odd?.tools ?? {})) assert.equal(found(name)[0], `${name} @odd`, name);
  assert.equal(found('天气')[0], '高德天气查询助手 @odd');
  assert.equal(found('++')[0], '+++ @odd');
  assert.deepEqual(found(''), []);
  assert.deepEqual(found('   '), []);
});

test('no query breaks the search', () => {
  for (const text of [
    '\\',
    '(',
    '[a-',
    '*',
    '"',
    '\u202e',
    '\ud800',
    '💥',
    'a'.repeat(5000),
    'a b '.repeat(500),
  ])
    assert.ok(Array.isArray(found(text)), text.slice(0, 10));
});

test('some of the words are enough where all are too many', () => {
  const some = matchSome(index, queryOf('delete old bucket')).map((record) => shown(index, record));
  assert.equal(some[0], 'delete_bucket @store');
});

test('a word that is only written with humps is not a word of the names', () => {
  assert.ok(inNames(index, 'creat'));
  assert.ok(!inNames(index, 'createissue'));
});

test('an attack is found by its ids, whole or begun, and by its products', () => {
  for (const text of [
    'CVE-2031-1234',
    'cve20311234',
    'cve-2031',
    'GHSA-aaaa-bbbb-cccc',
    'acme relay',
    'cwe-78',
  ])
    assert.deepEqual(found(text).slice(0, 1), ['!relay-login-injection'], text);
  assert.deepEqual(found('cwe-7'), ['!relay-login-injection', '!issue-flood']);
  assert.deepEqual(found('LLM01'), ['!quietleak-mailbox']);
  assert.deepEqual(found('quietleak'), ['!quietleak-mailbox']);
});

test('what all ids of a framework start with is a word like others', () => {
  for (const text of ['cwe', 'cve', 'llm']) assert.deepEqual(found(text), [], text);
});

test('an attack stands behind the tools that match alike', () => {
  assert.equal(found('create issue').at(-1), '!issue-flood');
  assert.notEqual(found('issue')[0], '!issue-flood');
  assert.equal(found('issue flood')[0], '!issue-flood');
});
