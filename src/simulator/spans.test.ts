import assert from 'node:assert/strict';
import { test } from 'node:test';
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

test('a text that is no JSON is marked where it stops being so, in the words of each browser', () => {
  const text = '{\n  "a": 1,\n  b\n}';
  const at = (pointer: string, message: string) => {
    const { from, to } = spanOfMark(text, spansOf(text), { pointer, message });
    return text.slice(from, to);
  };
  assert.equal(at('', 'Unexpected token in JSON at position 14 (line 3 column 3)'), 'b');
  assert.equal(at('', 'expected double-quoted property name at line 3 column 3 of the JSON data'), 'b');
  assert.equal(at('', 'no JSON at position 999'), '}');
  assert.equal(at('', 'at most 7 bytes'), '{');
  assert.equal(at('/a', 'anything at position 0'), '"a": 1');
});
