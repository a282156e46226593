import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPolicy, type PolicyDocument } from '../policy/index.ts';
import { mutantsOf } from './mutants.ts';

const condition = { path: 'args.a', op: 'exists', value: true };
const limit = { counter: 'c', window: 'hour', max: 1, scope: 'grant' };
const documentOf = (value: unknown): PolicyDocument => {
  const parsed = checkPolicy(value);
  assert(parsed.ok, JSON.stringify(parsed));
  return parsed.document;
};
const pointersOf = (value: unknown) => mutantsOf(documentOf(value)).map(({ pointer }) => pointer);

const CASES: readonly { name: string; document: object; pointers: string[] }[] = [
  { name: 'an empty document that denies', document: { default: 'deny' }, pointers: ['/default'] },
  { name: 'an empty document that allows', document: { default: 'allow' }, pointers: [] },
  {
    name: 'hidden tools',
    document: { default: 'allow', hide: ['a', 'b'] },
    pointers: ['/hide/0', '/hide/1'],
  },
  { name: 'everything hidden', document: { default: 'allow', hide: ['*'] }, pointers: ['/hide/0'] },
  {
    name: 'each kind of rule',
    document: {
      default: 'deny',
      tools: {
        'a/b': {
          require: [{ conditions: [condition] }],
          deny_if: [{ conditions: [condition, { ...condition, path: 'args.b' }] }],
          limits: [limit],
          approval: {},
        },
      },
      all_tools: { require: [{ conditions: [condition] }] },
    },
    pointers: [
      '/default',
      '/tools/a~1b',
      '/tools/a~1b/require/0',
      '/tools/a~1b/deny_if/0',
      '/tools/a~1b/limits/0',
      '/tools/a~1b/deny_if/0/conditions/0',
      '/tools/a~1b/deny_if/0/conditions/1',
      '/tools/a~1b/approval',
      '/all_tools/require/0',
    ],
  },
  {
    name: 'a listed tool under default allow, whose listing changes nothing by itself',
    document: { default: 'allow', tools: { a: { limits: [limit] } } },
    pointers: ['/tools/a/limits/0'],
  },
];

for (const { name, document, pointers } of CASES)
  test(`of ${name}, each part is taken away once`, () => {
    assert.deepEqual(pointersOf({ version: '1', ...document }), pointers);
  });

test('a mutant is a valid document, differs in one place, and leaves the original alone', () => {
  const value = { version: '1', default: 'deny', tools: { a: { require: [{ conditions: [condition] }] } } };
  const original = documentOf(value);
  for (const { document } of mutantsOf(original)) {
    assert(checkPolicy(document).ok);
    assert.notDeepEqual(document, original);
  }
  assert.deepEqual(original, value);
});
