import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encode } from './cbor.ts';
import { withKeys } from './pagefind-keys.ts';
import { keyOf } from './records.ts';

const file = (pages: number, name: (page: number) => string) =>
  Buffer.concat([
    Buffer.from('pagefind_dcd'),
    encode([
      '1.5.2',
      [...Array(pages).keys()].map((page) => [name(page), page * 3]),
      [['chunk', 'a', 'b']],
      0,
    ]),
  ]);

for (const pages of [0, 1, 23, 24, 300, 40_000])
  test(`${pages} pages get the keys of their records, and all else stays`, () =>
    assert.ok(file(pages, keyOf).equals(withKeys(file(pages, () => '')))));

test('metadata that has names is refused', () => assert.throws(() => withKeys(file(3, keyOf)), /has a name/));
