import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { jsonFault } from './json-fault.ts';
import { nearest } from './nearest.ts';
import { readJson } from './parse.ts';
import { EACH, PATH, pathOf, type Segment, SINGLE_PATH, segmentsOf } from './path.ts';
import { namesOf, pointerOf } from './pointer.ts';
import { duplicateKeys, positions } from './scan.ts';
import { shown } from './shown.ts';

test('a path is printed and read back', () => {
  const name = fc.oneof(
    fc.string({ unit: 'binary' }).map((text) => text.toWellFormed()),
    fc.constantFrom('a.b', '*', '[0]', '"', ''),
  );
  const segment = fc.oneof<fc.Arbitrary<Segment>[]>(name, fc.nat(), fc.constant(EACH));
  fc.assert(
    fc.property(fc.array(segment), (segments) => {
      const path = pathOf(segments);
      assert.match(path, PATH);
      assert.deepEqual(segmentsOf(path), segments);
      assert.equal(SINGLE_PATH.test(path), segments.length > 0 && !segments.includes(EACH));
    }),
  );
});

test('a pointer is printed and read back', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('~', '/', '~1', '~0', ''))), (names) => {
      assert.deepEqual(namesOf(pointerOf(names)), names);
    }),
  );
});

const NOT_JSON: [text: string, place: [line: number, column: number], expected: RegExp][] = [
  ['', [1, 1], /a JSON value/],
  ['hello', [1, 1], /a JSON value/],
  ['{\n  "a": 1,\n  b\n}', [3, 3], /a key/],
  ['{"a": 1,}', [1, 9], /a key/],
  ['[1,\r\n 01]', [2, 3], /a comma/],
  ['{"a" 1}', [1, 6], /a colon/],
  ['[1, 2}', [1, 6], /a comma/],
  ['{"a": [1, 2', [1, 12], /closing bracket/],
  ['{"a": "un\nclosed"}', [1, 7], /a JSON value/],
  ['{} {}', [1, 4], /nothing more/],
  ["{'a': 1}", [1, 2], /a key/],
];
for (const [text, [line, column], expected] of NOT_JSON)
  test(`it is told where this stops being JSON: ${JSON.stringify(text)}`, () => {
    const [fault] = readJson(text).faults;
    assert.ok(fault?.found.includes(`at line ${line} column ${column}`), fault?.found);
    assert.match(fault?.expected ?? '', expected);
  });

test('a fault is found in a text exactly where it is no JSON', () => {
  const isJson = (text: string) => {
    try {
      return JSON.parse(text) !== undefined;
    } catch {
      return false;
    }
  };
  const bits = [
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '"a"',
    '1',
    '-0',
    '.5',
    'e3',
    'true',
    'null',
    ' ',
    '\n',
    '\\',
    '\u0001',
  ];
  const text = fc.oneof(
    fc.json(),
    fc.array(fc.constantFrom(...bits)).map((parts) => parts.join('')),
    fc.tuple(fc.json(), fc.nat(), fc.constantFrom(...bits)).map(([json, at, bit]) => {
      const place = at % (json.length + 1);
      return json.slice(0, place) + bit + json.slice(place);
    }),
  );
  fc.assert(
    fc.property(text, (one) => assert.equal(jsonFault(one) === undefined, isJson(one), one)),
    { numRuns: 2000 },
  );
  assert.equal(jsonFault('['.repeat(100_000))?.offset, 100_000);
  assert.equal(jsonFault(`"${'a\\n'.repeat(500_000)}"`), undefined);
});

test('keys that stand twice are found wherever they are, with both places', () => {
  const text = '{"a": [1, {"b": "{,:}", "c\\"": 2,\n  "b": 3}],\n "a": {}}';
  assert.deepEqual(duplicateKeys(text), [
    { pointer: '/a/1/b', key: 'b', first: { line: 1, column: 12 }, second: { line: 2, column: 3 } },
    { pointer: '/a', key: 'a', first: { line: 1, column: 2 }, second: { line: 3, column: 2 } },
  ]);
  assert.deepEqual(duplicateKeys('[{"a":1},{"a":1},"a","a"]'), []);
  assert.equal(duplicateKeys(`{${'"a":0,'.repeat(500)}"a":0}`).length, 100);
});

test('texts of any size and depth are scanned', () => {
  const depth = 100_000;
  assert.deepEqual(duplicateKeys('['.repeat(depth) + ']'.repeat(depth)), []);
  assert.deepEqual(duplicateKeys(`${'{"a":'.repeat(depth)}{"b":1,"b":2}${'}'.repeat(depth)}`).length, 1);
  assert.deepEqual(duplicateKeys(JSON.stringify({ a: '\\"'.repeat(500_000) })), []);
});

test('places are found by pointer, and what is not there at the nearest place around it', () => {
  const at = positions('{\n  "tools": {\n    "a/b": [1, {"x": 2}]\n  }\n}');
  assert.deepEqual(at('/tools/a~1b/1/x'), { line: 3, column: 17 });
  assert.deepEqual(at('/tools/a~1b/0'), { line: 3, column: 13 });
  assert.deepEqual(at('/tools/a~1b/7/y'), { line: 3, column: 5 });
  assert.deepEqual(at('/nothing'), { line: 1, column: 1 });
  assert.deepEqual(positions('no JSON')('/a'), { line: 1, column: 1 });
});

test('the nearest word is one that may be meant', () => {
  const words = ['default', 'hide', 'all_tools', 'tools', 'eq', 'in', 'not_in'];
  const meant: [string, string | undefined][] = [
    ['defualt', 'default'],
    ['Default', 'default'],
    ['allTools', 'all_tools'],
    ['tool', 'tools'],
    ['notin', 'not_in'],
    ['eqq', 'eq'],
    ['banana', undefined],
    ['', undefined],
    ['x'.repeat(1000), undefined],
  ];
  for (const [wrong, right] of meant) assert.equal(nearest(wrong, words), right, wrong);
  assert.equal(nearest('a', []), undefined);
});

test('any value is shown, without looking into it', () => {
  const values: [unknown, string][] = [
    [undefined, 'missing'],
    [null, 'null'],
    [-0, '0'],
    [Number.NaN, 'NaN'],
    ['a"b', '"a\\"b"'],
    ['é', '"é"'],
    ['x'.repeat(81), `"${'x'.repeat(80)}"…`],
    [[1, 2], 'an array of 2'],
    [{}, 'an object'],
    [1n, 'not JSON data'],
    [() => 1, 'not JSON data'],
  ];
  for (const [value, text] of values) assert.equal(shown(value), text);
});
