import assert from 'node:assert/strict';
import { test } from 'node:test';
import { furtherRows, hasMore, rowsOf } from './rows-shown.ts';

const cases: { field: string | undefined; rows: number }[] = [
  { field: undefined, rows: 100 },
  { field: '', rows: 100 },
  { field: '200', rows: 200 },
  { field: '250', rows: 300 },
  { field: '-7', rows: 100 },
  { field: 'many', rows: 100 },
  { field: '1e99', rows: 5000 },
  { field: 'Infinity', rows: 5000 },
];
for (const { field, rows } of cases)
  test(`the field ${JSON.stringify(field)} shows ${rows} rows`, () => assert.equal(rowsOf(field), rows));

test('there is more until all rows are shown, or as many as a page takes', () => {
  assert.deepEqual([hasMore(100, 101), hasMore(101, 101), hasMore(5000, 6000)], [true, false, false]);
});

test('each step shows a hundred more', () => {
  assert.equal(furtherRows(''), '200');
  assert.equal(furtherRows('200'), '300');
});
