import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Cbor, decode, encode } from './cbor.ts';

test('the examples of RFC 8949, appendix A, are read and written', () => {
  const examples: [string, Cbor][] = [
    ['00', 0],
    ['17', 23],
    ['1818', 24],
    ['1903e8', 1000],
    ['1a000f4240', 1000000],
    ['60', ''],
    ['6449455446', 'IETF'],
    ['63e6b0b4', '水'],
    ['8301820203820405', [1, [2, 3], [4, 5]]],
  ];
  for (const [hex, value] of examples) {
    assert.deepEqual(decode(Buffer.from(hex, 'hex')), value);
    assert.equal(encode(value).toString('hex'), hex);
  }
});

test('every value comes back', () => {
  const { value } = fc.letrec<{ value: Cbor }>((tie) => ({
    value: fc.oneof(fc.nat(), fc.string({ unit: 'grapheme' }), fc.array(tie('value'), { maxLength: 30 })),
  }));
  fc.assert(fc.property(value, (each) => assert.deepEqual(decode(encode(each)), each)));
});

test('anything else is refused', () => {
  for (const hex of ['f6', 'a0', '9f01ff', '0000', '19ff', ''])
    assert.throws(() => decode(Buffer.from(hex, 'hex')), hex);
});
