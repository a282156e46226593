import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Field, fieldsOf, fieldText, readField, sampleArgs } from './fields.ts';

const SCHEMA = {
  type: 'object',
  properties: {
    note: { type: 'string', default: 'none' },
    amount: { type: 'number' },
    count: { type: ['integer', 'null'] },
    currency: { type: 'string', enum: ['EUR', 'USD'] },
    fast: { type: 'boolean' },
    tags: { type: 'array' },
    maybe: { anyOf: [{ type: 'string' }, { type: 'null' }] },
    either: { anyOf: [{ type: 'string' }, { type: 'number' }] },
    page: { type: 'string', format: 'uri' },
    odd: 7,
  },
  required: ['amount', 'currency', 'page'],
};

test('required fields come first, each of its kind', () => {
  assert.deepEqual(
    fieldsOf(SCHEMA)?.map(({ name, kind, required }) => [name, kind, required]),
    [
      ['amount', 'number', true],
      ['currency', 'choice', true],
      ['page', 'text', true],
      ['note', 'text', false],
      ['count', 'integer', false],
      ['fast', 'boolean', false],
      ['tags', 'json', false],
      ['maybe', 'text', false],
      ['either', 'json', false],
      ['odd', 'json', false],
    ],
  );
});

test('a schema that says nothing has no form', () => {
  for (const schema of [
    undefined,
    null,
    7,
    'x',
    [],
    {},
    { properties: {} },
    { properties: [] },
    { properties: null },
  ])
    assert.equal(fieldsOf(schema), undefined, JSON.stringify(schema));
});

test('a hostile schema makes no endless form', () => {
  const values = Array.from({ length: 1000 }, (_, index) => index);
  assert.equal(fieldsOf({ properties: { a: { enum: values } } })?.[0]?.kind, 'json');
  const names = Object.fromEntries(values.map((value) => [`p${value}`, {}]));
  assert.equal(fieldsOf({ properties: names }), undefined);
});

test('a sample has every required argument, also one with an odd name', () => {
  assert.deepEqual(sampleArgs(SCHEMA), { amount: 1, currency: 'EUR', page: 'https://example.com/' });
  const odd = JSON.parse('{"properties": {"__proto__": {"type": "string"}}, "required": ["__proto__"]}');
  assert.deepEqual(Object.keys(sampleArgs(odd)), ['__proto__']);
});

const field = (kind: Field['kind'], values: readonly unknown[] = []): Field => ({
  name: 'x',
  kind,
  required: false,
  values,
});

test('what is written in a field is read as its kind', () => {
  const cases: [Field, string, object][] = [
    [field('text'), 'a', { value: 'a' }],
    [field('text'), '', { nothing: true }],
    [field('number'), '1.5', { value: 1.5 }],
    [field('number'), 'a', { fault: 'Write a number.' }],
    [field('integer'), '1.5', { fault: 'Write a whole number.' }],
    [field('boolean'), 'false', { value: false }],
    [field('choice', ['a', 2]), '1', { value: 2 }],
    [field('json'), '[1]', { value: [1] }],
    [field('json'), '[1', { fault: 'Write JSON, such as ["a", "b"] or {"key": 1}.' }],
  ];
  for (const [one, text, expected] of cases)
    assert.deepEqual(readField(one, text), expected, `${one.kind} ${text}`);
});

test('a value comes back from the text of its field', () => {
  const cases: [Field, unknown][] = [
    [field('text'), 'a'],
    [field('number'), 0],
    [field('boolean'), true],
    [field('choice', ['a', { b: 1 }]), { b: 1 }],
    [field('json'), { a: [1] }],
  ];
  for (const [one, value] of cases) assert.deepEqual(readField(one, fieldText(one, value)), { value });
});
