import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { contextAt } from './json-context.ts';
import { completions, documentation } from './schema-help.ts';

const schema = Promise.resolve(
  JSON.parse(readFileSync('public/schemas/policy.schema.json', 'utf8')) as unknown,
);
const tools = [
  { name: 'pay', level: 'critical', inputSchema: { properties: { amount: { type: 'number' } } } },
  { name: 'a"b', inputSchema: {} },
];

/** A text with a caret: `|`. */
const at = (marked: string): [string, number] => [marked.replace('|', ''), marked.indexOf('|')];
const offered = async (marked: string) => {
  const [text, place] = at(marked);
  return (await completions(text, place, true, { schema, tools }))?.options.map(({ label }) => label) ?? [];
};

test('the context of a caret is known, also in a text that is not whole', () => {
  const contexts: [string, object][] = [
    ['{"a": {"b|', { path: ['a'], at: 'key' }],
    ['{"a": [1, |', { path: ['a'], at: 'value', key: 1 }],
    ['{"a": "x|"', { path: [], at: 'value', key: 'a' }],
    ['{"a": 1, |}', { path: [], at: 'key', keys: ['a'] }],
  ];
  for (const [marked, expected] of contexts) {
    const found = contextAt(...at(marked)) as unknown as Record<string, unknown>;
    for (const [key, value] of Object.entries(expected))
      assert.deepEqual(found?.[key], value, `${marked} ${key}`);
  }
  assert.equal(contextAt('', 0), undefined);
});

test('keys, words, tools and arguments are offered where they fit', async () => {
  const cases: [string, string[]][] = [
    ['{|}', ['version', 'default', 'hide', 'tools']],
    ['{"version": "1", "default": "|', ['allow', 'deny']],
    ['{"tools": {|', ['pay', 'a"b']],
    ['{"hide": ["|', ['pay', 'a"b']],
    ['{"tools": {"pay": {|', ['require', 'deny_if', 'limits', 'approval']],
    ['{"tools": {"pay": {"limits": [{"window": |', ['minute', 'hour', 'day']],
    ['{"tools": {"pay": {"deny_if": [{"conditions": [{"op": "|', ['eq', 'regex', 'gte', 'exists']],
    ['{"tools": {"pay": {"deny_if": [{"conditions": [{"path": "|', ['args.amount']],
  ];
  for (const [marked, expected] of cases) {
    const found = await offered(marked);
    for (const label of expected)
      assert.ok(found.includes(label), `${label} is not offered in ${marked}: ${found.join()}`);
  }
});

test('what stands there already is not offered again, and what is typed narrows', async () => {
  assert.ok(!(await offered('{"version": "1", |}')).includes('version'));
  assert.deepEqual(await offered('{"def|'), ['default']);
});

test('the schema explains keys and words', async () => {
  const said = async (marked: string) => (await documentation(...at(marked), { schema, tools }))?.text ?? '';
  assert.match(await said('{"tools": {"pay": {"limits": [{"cou|nter": "x"}]}}}'), /\w/);
  assert.match(await said('{"tools": {"p|ay": {}}}'), /critical/);
});
