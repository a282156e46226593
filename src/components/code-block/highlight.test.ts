import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jsonText } from '../../views/json-text.ts';
import { highlightJson } from './highlight.ts';

const cases: [what: string, json: string, html: string][] = [
  ['a key and a string', '"a": "b"', '<b>"a"</b>: <i>"b"</i>'],
  ['a number', '  "a": -1.5e3,', '  <b>"a"</b>: <i class="n">-1.5e3</i>,'],
  ['a word', '"a": true', '<b>"a"</b>: <i class="w">true</i>'],
  ['a string in a list', '  "a",', '  <i>"a"</i>,'],
  ['an object on one line', '{ "a": ["b", null] }', '{ <b>"a"</b>: [<i>"b"</i>, <i class="w">null</i>] }'],
  ['brackets alone', '}]', '}]'],
  ['markup in a string', '"<b>&": "</i>"', '<b>"&lt;b&gt;&amp;"</b>: <i>"&lt;/i&gt;"</i>'],
];
for (const [what, json, html] of cases) test(what, () => assert.equal(highlightJson(json), html));

test('a key with escapes is a key', () =>
  assert.equal(highlightJson('"a\\"b": "c\\"d"'), '<b>"a\\"b"</b>: <i>"c\\"d"</i>'));

test('nothing of the text is lost', () => {
  const value = {
    version: '1',
    tools: { 'a<b': { limits: [{ counter: 'c', max: 30 }], list: ['x'.repeat(80), 'y'] } },
  };
  const text = jsonText(value);
  const shown = highlightJson(text).replace(/<[^>]*>/g, '');
  assert.equal(shown.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'), text);
});
