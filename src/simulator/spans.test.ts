import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePolicy } from '../policy/parse.ts';
import { linesOf, spanOf, spanOfMark, spansOf } from './spans.ts';

const TEXT = `{
  "a": {"b/c": [1, {"d": "x, }"}], "e~": null},
  "f": "\\"quoted\\""
}`;
const cut = (text: string, pointer: string) => {
  const { from, to } = spanOf(spansOf(text), pointer);
  return text.slice(from, to);
};

test('each place is found from its key to the end of its value', () => {
  const places: [string, string][] = [
    ['/f', '"f": "\\"quoted\\""'],
    ['/a/b~1c', '"b/c": [1, {"d": "x, }"}]'],
    ['/a/b~1c/0', '1'],
    ['/a/b~1c/1', '{"d": "x, }"}'],
    ['/a/b~1c/1/d', '"d": "x, }"'],
    ['/a/e~0', '"e~": null'],
    ['', TEXT],
  ];
  for (const [pointer, expected] of places) assert.equal(cut(TEXT, pointer), expected, pointer);
});

test('what is not there is found at what is nearest around it', () => {
  assert.equal(cut(TEXT, '/a/b~1c/1/none/deeper'), '{"d": "x, }"}');
  assert.equal(cut(TEXT, '/none'), TEXT);
});

test('a text that is not whole is read as far as it goes', () => {
  for (const text of ['', '{', '{"a', '{"a":', '{"a": [1,', '}}]]', '"', '{"a": 1,, "b": 2}', 'null'])
    assert.doesNotThrow(() => spansOf(text), text);
  assert.equal(cut('{"a": [1, 2', '/a/1'), '2');
});

test('a span is taken line by line, without the white space around', () => {
  const text = '{\n  "a": {\n    "b": 1\n  }\n}';
  const parts = linesOf(text, spanOf(spansOf(text), '/a')).map(({ from, to }) => text.slice(from, to));
  assert.deepEqual(parts, ['"a": {', '"b": 1', '}']);
});

test('a text that is no JSON is marked where it stops being so', () => {
  const marked = (text: string) => {
    const parsed = parsePolicy(text);
    const [fault] = parsed.ok ? [] : parsed.errors;
    const { from, to } = spanOfMark(text, spansOf(text), fault ?? { pointer: '/', message: '' });
    return text.slice(from, to);
  };
  assert.equal(marked('{\n  "a": 1,\n  b\n}'), 'b');
  assert.equal(marked('{\n  "a": [1, 2'), '2');
  assert.equal(marked(`"${'a'.repeat(2 ** 20)}"`), '"');
  const { from, to } = spanOfMark(TEXT, spansOf(TEXT), { pointer: '/a', message: 'line 1 column 1' });
  assert.equal(TEXT.slice(from, to), cut(TEXT, '/a'));
});
