import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { add, amountText, fits, isCountable, subtract } from './amount.ts';

const MAX = Number.MAX_SAFE_INTEGER;

test('sums are those of the decimal numbers as written', () => {
  const sums: [number, number, string][] = [
    [0.1, 0.2, '0.3'],
    [1, 2, '3'],
    [0.1, 0.9, '1'],
    [1e-7, 1e-7, '0.0000002'],
    [9007199254740990, 0.1, '9007199254740990.1'],
    [1e21, 1, '1000000000000000000001'],
    [1.5e300, 0, `15${'0'.repeat(299)}`],
    [-0, 0, '0'],
    [0.5, 0, '0.5'],
  ];
  for (const [a, b, sum] of sums) assert.equal(amountText(add(a, b)), sum);
});

test('what is added can be taken away again', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1e15, noNaN: true }),
      fc.double({ min: 0, max: 1e15, noNaN: true }),
      (a, b) => {
        assert.equal(amountText(subtract(add(a, b), b)), amountText(add(a, 0)));
      },
    ),
  );
});

test('whether a step fits is told exactly', () => {
  const steps: [number, number, number, boolean][] = [
    [0, 0, 0, true],
    [0, 1, 0, false],
    [29, 1, 30, true],
    [30, 1, 30, false],
    [0, 5e-324, 0, false],
    [MAX - 1, 1, MAX, true],
    [MAX, 1, MAX, false],
    [MAX, 5e-324, MAX, false],
    [0, 2 ** 53, MAX, false],
    [0, Number.MAX_VALUE, MAX, false],
    [0, 0.3, 1, true],
  ];
  for (const [counted, step, max, expected] of steps)
    assert.equal(fits(counted, step, max), expected, `${counted} ${step}`);
  assert.equal(fits(add(0.1, 0.2), 0.7, 1), true);
  assert.equal(fits(add(0.1, 0.2), 0.70000000000001, 1), false);
});

test('only finite numbers of at least 0 can be counted', () => {
  for (const yes of [0, -0, 0.1, 1, 5e-324, Number.MAX_VALUE]) assert.equal(isCountable(yes), true);
  for (const no of [-1, -5e-324, Number.NaN, Number.POSITIVE_INFINITY, '1', null, undefined, 1n, [1], {}]) {
    assert.equal(isCountable(no), false);
  }
});
