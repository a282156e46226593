import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { expiryMs, fingerprint, memoryApprovals } from './approvals.ts';
import { canonicalJson } from './canonical.ts';
import * as arbitrary from './testing/arbitrary.ts';

test('canonical JSON is that of RFC 8785', () => {
  const value = JSON.parse(
    '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
  );
  assert.equal(
    canonicalJson(value),
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
  const keys = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
  assert.equal(
    canonicalJson(keys),
    '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}',
  );
  assert.equal(canonicalJson([-0]), '[0]');
  assert.equal(canonicalJson({ a: undefined, b: 1 }), '{"b":1}');
});

test('what has no canonical JSON is told, not guessed', () => {
  const cycle: unknown[] = [];
  cycle.push(cycle, cycle);
  let shared: unknown[] = [];
  for (let depth = 0; depth < 400; depth++) shared = [shared, shared];
  const deep = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
  for (const value of [
    cycle,
    shared,
    deep,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    '\ud800',
    { '\udc00': 1 },
    new Date(0),
    1n,
    [undefined],
    new Array(1),
    () => 1,
  ]) {
    assert.equal(canonicalJson(value), undefined);
  }
});

test('canonical JSON says the same as JSON, whatever the order of keys', () => {
  fc.assert(
    fc.property(arbitrary.args, (args) => {
      const text = canonicalJson(args);
      if (text === undefined) return;
      assert.deepEqual(JSON.parse(text), args);
      assert.equal(canonicalJson(Object.fromEntries(Object.entries(args).reverse())), text);
    }),
  );
});

test('a fingerprint is the SHA-256 of the canonical JSON of tool and arguments', () => {
  const text = '{"args":{"amount":5,"to":"é"},"tool":"pay"}';
  const expected = createHash('sha256').update(text).digest('hex');
  assert.equal(fingerprint('pay', { to: 'é', amount: 5 }), expected);
});

test('an approval serves one caller once', () => {
  const store = memoryApprovals();
  store.give({ grant: '__proto__', fingerprint: 'f', at: 7 });
  assert.equal(store.take('g', 'f'), undefined);
  assert.deepEqual(store.take('__proto__', 'f'), { grant: '__proto__', fingerprint: 'f', at: 7 });
  assert.equal(store.take('__proto__', 'f'), undefined);
});

test('expiry is a number and a unit', () => {
  assert.deepEqual(['1s', '10m', '2h', '9999d'].map(expiryMs), [1000, 600_000, 7_200_000, 863_913_600_000]);
});
