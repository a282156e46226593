import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOTHING_CHOSEN } from './facets.ts';
import type { Answer, Ask } from './find.ts';
import { summaryOf } from './summary.ts';

const kind = { tool: 1200, server: 1, attack: 2 };
const counts: Answer['counts'] = { level: {}, category: {}, topic: {}, severity: {}, kind };
const answer = (total: number, more: Partial<Answer> = {}): Answer => ({ items: [], total, counts, ...more });
const ask = (text: string, level: string[] = []): Ask => ({
  text,
  chosen: { ...NOTHING_CHOSEN, level },
  limit: 20,
});

test('the sentence above the results says what they are', () => {
  const cases: [string, Answer, Ask, boolean?][] = [
    ['1,200 tools on 1 MCP server, and 2 attacks.', answer(0), ask(' ')],
    ['1 result', answer(1), ask('x')],
    ['2 results so far', answer(2), ask('x'), false],
    ['Searching…', answer(0), ask('x'), false],
    ['No result for “x”.', answer(0), ask(' x ')],
    ['No result for “x\\u{202e}y”.', answer(0), ask('x\u202ey')],
    ['No result for “x” with these filters.', answer(0), ask('x', ['low'])],
    ['No result with these filters.', answer(0), ask('', ['low'])],
    ['Nothing is called “gihtub”. 3 results for “github”.', answer(3, { instead: 'github' }), ask('gihtub')],
    ['Nothing has all of these words. 1 has some of them.', answer(1, { partial: true }), ask('a b')],
  ];
  for (const [expected, given, asked, final = true] of cases)
    assert.equal(summaryOf(given, asked, final), expected);
});
