import assert from 'node:assert/strict';
import { test } from 'node:test';
import categories from '../../content/taxonomy/categories.json' with { type: 'json' };
import type { CategoryId } from '../model/category.ts';
import { Categories } from '../model/taxonomy.ts';
import { hazardsOfTool } from '../risk/hazards.ts';
import { optInClaims, recommendedClaims } from './claims.ts';
import { ClaimFails, prove } from './prove.ts';
import { documentOf, recommend } from './recommend.ts';

const words = new Map(Categories.parse(categories).categories.map((each) => [each.id, each]));
const text = { type: 'string' };
const schemaOf = (properties: object, required: string[] = []) => ({ type: 'object', properties, required });

function recommendationFor(name: string, category: CategoryId, inputSchema: unknown = undefined) {
  const tool = { name, category, inputSchema, hazards: hazardsOfTool({ name, inputSchema }) };
  const of = words.get(category);
  assert.ok(of);
  return recommend(tool, of);
}

test('the document of a Write tool is the documented form, to the letter', () => {
  const { rule } = recommendationFor('create_auth_session', 'write');
  assert.deepEqual(documentOf([['create_auth_session', rule]]), {
    version: '1',
    default: 'deny',
    tools: {
      create_auth_session: {
        limits: [{ counter: 'create_auth_session_rate', window: 'minute', max: 30, scope: 'grant' }],
      },
    },
  });
});

const limits: [CategoryId, number][] = [
  ['read', 60],
  ['write', 30],
  ['execute', 10],
];
for (const [category, max] of limits)
  test(`a ${category} tool may be called ${max} times a minute`, () =>
    assert.equal(recommendationFor('x', category).rule.limits?.[0]?.max, max));

for (const category of ['destructive', 'financial', 'unclassified'] as const)
  test(`a ${category} tool is denied, with a reason`, () => {
    const { rule } = recommendationFor('x', category);
    assert.deepEqual(rule.deny_if?.[0]?.conditions, []);
    assert.match(rule.deny_if?.[0]?.on_deny ?? '', /denies it until/);
  });

test('only Destructive and Financial tools have an opt-in', () => {
  const optIn = (category: CategoryId) => {
    const recommendation = recommendationFor('x', category);
    return recommendation.stance === 'denied' && recommendation.optIn !== undefined;
  };
  assert.deepEqual([...words.keys()].filter(optIn), ['destructive', 'financial']);
});

const guarded: { what: string; schema: object; guards: number; requires: number }[] = [
  { what: 'a command', schema: schemaOf({ command: text }, ['command']), guards: 1, requires: 0 },
  { what: 'SQL', schema: schemaOf({ sql: text }, ['sql']), guards: 1, requires: 1 },
  { what: 'SQL that may be left out', schema: schemaOf({ sql: text }), guards: 1, requires: 0 },
  { what: 'a path', schema: schemaOf({ path: text, file_path: text }, ['path']), guards: 2, requires: 0 },
  { what: 'a URL', schema: schemaOf({ url: text }, ['url']), guards: 1, requires: 1 },
  {
    what: 'a list of URLs',
    schema: schemaOf({ urls: { type: 'array', items: text } }, ['urls']),
    guards: 1,
    requires: 0,
  },
  { what: 'nothing of the kind', schema: schemaOf({ title: text }), guards: 0, requires: 0 },
];
for (const { what, schema, guards, requires } of guarded)
  test(`guards for ${what}`, () => {
    const { rule } = recommendationFor('read_file', 'execute', schema);
    assert.equal(rule.deny_if?.length ?? 0, guards);
    assert.equal(rule.require?.length ?? 0, requires);
  });

const optIns: { what: string; category: CategoryId; schema: unknown; kinds: string[] }[] = [
  {
    what: 'an id',
    category: 'destructive',
    schema: schemaOf({ note_id: text }, ['note_id']),
    kinds: ['pin'],
  },
  { what: 'a file', category: 'destructive', schema: schemaOf({ path: text }, ['path']), kinds: ['folder'] },
  {
    what: 'an id and a reason',
    category: 'destructive',
    schema: schemaOf({ note_id: text, reason: text }, ['note_id']),
    kinds: ['pin', 'reason'],
  },
  {
    what: 'an amount',
    category: 'financial',
    schema: schemaOf({ amount: { type: 'number' } }, ['amount']),
    kinds: ['cap'],
  },
  {
    what: 'an id that may be left out',
    category: 'destructive',
    schema: schemaOf({ note_id: text }),
    kinds: ['approval'],
  },
  { what: 'no schema', category: 'financial', schema: undefined, kinds: ['approval'] },
];
for (const { what, category, schema, kinds } of optIns)
  test(`the opt-in for ${what} holds in the engine`, () => {
    const name = category === 'financial' ? 'pay_invoice' : 'delete_file';
    const recommendation = recommendationFor(name, category, schema);
    assert.ok(recommendation.stance === 'denied' && recommendation.optIn);
    assert.deepEqual(
      recommendation.optIn.conditions.map(({ kind }) => kind),
      kinds,
    );
    prove(name, documentOf([[name, recommendation.optIn.rule]]), optInClaims(name, recommendation.optIn));
  });

test('a claim that does not hold is an error that names tool, claim and decision', () => {
  const recommendation = recommendationFor('x', 'write');
  const looser = documentOf([['x', {}]]);
  assert.throws(
    () => prove('server/x', looser, recommendedClaims('x', recommendation)),
    (error) =>
      error instanceof ClaimFails &&
      /server\/x.*deny \/tools\/x\/limits\/x_rate.*but the engine says “allow”/s.test(error.message),
  );
});

test('a document that lint finds fault with is an error', () => {
  const document = documentOf([
    ['x', { deny_if: [{ conditions: [{ path: 'args.b', op: 'eq', value: 1 }] }] }],
  ]);
  const server = { tools: [{ name: 'x', inputSchema: schemaOf({ a: text }) }] };
  assert.throws(() => prove('server/x', document, [], server), /no args\.b/);
});

test('a document that does not parse is an error', () => {
  const broken = { version: '1', default: 'maybe' } as never;
  assert.throws(() => prove('server/x', broken, []), /does not parse/);
});

for (const name of ['__proto__', 'constructor', 'a/b~c', 'a"b', '你好', 'x'.repeat(200)])
  test(`the tool ${name.slice(0, 12)} is limited like any other`, () => {
    const recommendation = recommendationFor(name, 'read');
    const run = prove(
      name,
      documentOf([[name, recommendation.rule]]),
      recommendedClaims(name, recommendation),
    );
    assert.equal(run.length, 4);
  });
