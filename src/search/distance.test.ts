import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { distance, forgiven } from './distance.ts';

test('each kind of typing error counts once', () => {
  const cases: [string, string, number][] = [
    ['github', 'github', 0],
    ['gihtub', 'github', 1],
    ['githb', 'github', 1],
    ['gitthub', 'github', 1],
    ['gitnub', 'github', 1],
    ['kuberntes', 'kubernetes', 1],
    ['kubrentes', 'kubernetes', 2],
    ['', 'ab', 2],
  ];
  for (const [a, b, errors] of cases) assert.equal(distance(a, b, 3), errors, `${a} ${b}`);
});

test('a distance beyond the limit is told as one more than it', () => {
  assert.equal(distance('slack', 'github', 2), 3);
  assert.equal(distance('a', 'abcdef', 1), 2);
});

test('the distance is symmetric, and zero only for the same word', () => {
  const word = fc.string({ maxLength: 8, unit: fc.constantFrom('a', 'b', 'c') });
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, limit) => {
      const there = distance(a, b, limit);
      assert.equal(there, distance(b, a, limit));
      assert.equal(there === 0, a === b);
    }),
  );
});

test('short words forgive nothing', () => {
  assert.deepEqual([1, 3, 4, 7, 8, 20].map(forgiven), [0, 0, 1, 1, 2, 2]);
});
