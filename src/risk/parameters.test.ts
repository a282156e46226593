import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { segmentsOf } from '../policy/path.ts';
import { parametersOf } from './parameters.ts';

const paths = (schema: unknown): string[] => parametersOf(schema).map(({ path }) => path);

const nested = (depth: number): unknown =>
  depth === 0 ? { type: 'string' } : { type: 'object', properties: { a: nested(depth - 1) } };

const cycle = {
  $defs: { node: { properties: { next: { $ref: '#/$defs/node' }, name: { type: 'string' } } } },
  properties: { first: { $ref: '#/$defs/node' } },
};

/** Forty definitions, each of which names the next one twice: a trillion ways down. */
const doubling = {
  $defs: Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => {
      const $ref = `#/$defs/d${index + 1}`;
      return [`d${index}`, { anyOf: [{ $ref }, { $ref }], properties: { left: { $ref }, right: { $ref } } }];
    }),
  ),
  properties: { top: { $ref: '#/$defs/d0' } },
};

describe('parametersOf', () => {
  it('reads names, types, values, formats and what is required', () => {
    const [url, limit] = parametersOf({
      properties: {
        url: { type: ['string', 'null'], format: 'uri' },
        limit: { enum: [1, 2] },
      },
      required: ['url'],
    });
    assert.deepEqual(url, {
      name: 'url',
      path: 'args.url',
      pointer: '/inputSchema/properties/url',
      types: ['string'],
      nullable: true,
      values: [],
      format: 'uri',
      required: true,
      depth: 1,
    });
    assert.deepEqual(limit?.values, [1, 2]);
    assert.equal(limit?.required, false);
  });

  it('walks objects, arrays, references and alternatives', () => {
    assert.deepEqual(
      paths({
        $defs: { link: { properties: { url: { type: 'string' } } } },
        properties: {
          tags: { type: 'array', items: { type: 'string' } },
          links: { items: { $ref: '#/$defs/link' } },
          either: { anyOf: [{ properties: { a: {} } }, { properties: { b: {} } }] },
        },
      }),
      [
        'args.tags',
        'args.tags[*]',
        'args.links',
        'args.links[*]',
        'args.links[*].url',
        'args.either',
        'args.either.a',
        'args.either.b',
      ],
    );
  });

  it('points into a definition where the property stands there', () => {
    const schema = { $defs: { x: { properties: { sql: {} } } }, allOf: [{ $ref: '#/$defs/x' }] };
    assert.equal(parametersOf(schema)[0]?.pointer, '/inputSchema/$defs/x/properties/sql');
  });

  it('names the items of an array in the singular', () =>
    assert.deepEqual(
      parametersOf({ properties: { queries: { items: {} }, address: { items: {} } } }).map(
        ({ name }) => name,
      ),
      ['queries', 'query', 'address', 'address'],
    ));

  it('takes a property as required only if all above it are', () => {
    const inner = { properties: { b: {} }, required: ['b'] };
    const found = parametersOf({ properties: { a: inner, c: inner }, required: ['a'] });
    assert.deepEqual(
      found.filter(({ required }) => required).map(({ path }) => path),
      ['args.a', 'args.a.b'],
    );
  });

  it('writes paths that the policy format reads back', () => {
    const names = ['plain', 'with space', 'a.b', 'a[0]', 'q"uote', '*', '', '__proto__', 'ü', 'back\\slash'];
    const properties = Object.fromEntries(names.map((name) => [name, { type: 'string' }]));
    Object.defineProperty(properties, '__proto__', { value: { type: 'string' }, enumerable: true });
    for (const { path, name } of parametersOf({ properties })) assert.deepEqual(segmentsOf(path), [name]);
    assert.equal(parametersOf({ properties }).length, names.length);
  });

  for (const [title, schema] of Object.entries({
    null: null,
    'a string': 'x',
    'a list': [{}],
    'a top level that is no object': { type: 'string', properties: null },
    'null properties': { properties: { a: null, b: 3, c: [] } },
    'required that is no list': { properties: {}, required: 'a' },
    'a reference to nothing': { properties: {}, $ref: '#/$defs/missing' },
    'a reference elsewhere': { properties: {}, $ref: 'https://example.com/schema.json#/x' },
    'a reference to itself': { properties: {}, $ref: '#' },
  }))
    it(`finds nothing in ${title}`, () => assert.deepEqual(paths(schema), []));

  it('goes 33 levels down, and ends deeper', () => {
    assert.equal(parametersOf(nested(33)).length, 33);
    assert.ok(parametersOf(nested(3000)).length < 3000);
  });

  it('goes on below a parameter with many alternatives', () => {
    const anyOf = Array.from({ length: 60 }, (_, index) => ({
      properties: { [`p${index}`]: { properties: { q: {} } } },
    }));
    assert.equal(parametersOf({ properties: { a: { anyOf } } }).length, 121);
  });

  it('ends in a circle of references', () =>
    assert.deepEqual(paths(cycle), [
      'args.first',
      'args.first.next',
      'args.first.next.name',
      'args.first.name',
    ]));

  it('ends where references multiply', () => assert.ok(parametersOf(doubling).length < 10_000));
});
