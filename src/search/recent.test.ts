import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MOST, recentOf, withRecent } from './recent.ts';

const stored: { text: string | null; list: string[] }[] = [
  { text: null, list: [] },
  { text: '', list: [] },
  { text: '{"0":"a"}', list: [] },
  { text: '["a", 1, null, " ", "b"]', list: ['a', 'b'] },
  { text: JSON.stringify(['a'.repeat(201), 'b']), list: ['b'] },
  { text: JSON.stringify([...'abcdefghijkl']), list: [...'abcdefgh'] },
];
for (const { text, list } of stored)
  test(`stored as ${text?.slice(0, 30)}`, () => assert.deepEqual(recentOf(text), list));

const added: { list: string[]; text: string; result: string[] }[] = [
  { list: ['a'], text: ' b ', result: ['b', 'a'] },
  { list: ['a', 'GitHub', 'b'], text: 'github', result: ['github', 'a', 'b'] },
  { list: ['a'], text: '  ', result: ['a'] },
];
for (const { list, text, result } of added)
  test(`${JSON.stringify(text)} after ${list}`, () => assert.deepEqual(withRecent(list, text), result));

test('the oldest makes room', () => {
  const all = [...Array(MOST + 2).keys()].reduce((list: string[], each) => withRecent(list, `${each}`), []);
  assert.deepEqual([all.length, all[0], all.at(-1)], [MOST, '9', '2']);
});
