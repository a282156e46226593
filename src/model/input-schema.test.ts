import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factsOfSchema } from './input-schema.ts';
import type { InputSchema } from './tool.ts';

const cases: { what: string; schema: InputSchema; facts: InputSchema }[] = [
  {
    what: 'sentences are left out',
    schema: {
      type: 'object',
      description: 'd',
      title: 't',
      properties: { a: { type: 'string', description: 'd', default: 1 } },
    },
    facts: { type: 'object', properties: { a: { type: 'string' } } },
  },
  {
    what: 'a parameter named like a keyword stays',
    schema: { properties: { description: { type: 'string', examples: ['e'] } }, required: ['description'] },
    facts: { properties: { description: { type: 'string' } }, required: ['description'] },
  },
  {
    what: 'enums, formats and constants stay',
    schema: { anyOf: [{ enum: ['a'], $comment: 'c' }, { const: 1 }, { format: 'uri' }] },
    facts: { anyOf: [{ enum: ['a'] }, { const: 1 }, { format: 'uri' }] },
  },
  {
    what: 'references and what they name stay',
    schema: { $ref: '#/$defs/a', $defs: { a: { items: { type: 'string', title: 't' } } } },
    facts: { $ref: '#/$defs/a', $defs: { a: { items: { type: 'string' } } } },
  },
  {
    what: 'what is no schema stays as it is',
    schema: { properties: { a: null }, items: true },
    facts: { properties: { a: null }, items: true },
  },
];

for (const { what, schema, facts } of cases)
  test(what, () => {
    assert.deepEqual(factsOfSchema(schema), facts);
    assert.deepEqual(factsOfSchema(facts), facts);
  });

test('a schema 1,000 levels deep ends', () => {
  let schema: InputSchema = { type: 'string', description: 'd' };
  for (let level = 0; level < 1000; level += 1) schema = { properties: { a: schema } };
  assert.doesNotMatch(JSON.stringify(factsOfSchema(schema)), /description/);
});
