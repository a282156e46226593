import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasWords, inOrder, orderOf, pressed, sortOf, type TableRow, toldOrder } from './table-rows.ts';

const row = (place: number, name: string, policy: string): TableRow => ({ place, cells: { name, policy } });
const rows = [
  row(0, 'drop_table', 'denied'),
  row(1, 'b', '30 calls'),
  row(2, 'A', '5 calls'),
  row(3, 'b', 'denied'),
];

const orders: { sort: string; places: number[]; told: string }[] = [
  { sort: '', places: [0, 1, 2, 3], told: 'riskiest first' },
  { sort: 'risk', places: [3, 2, 1, 0], told: 'riskiest last' },
  { sort: 'name', places: [2, 1, 3, 0], told: 'by name' },
  { sort: '-name', places: [0, 1, 3, 2], told: 'by name, from the end' },
  { sort: 'policy', places: [2, 1, 0, 3], told: 'by policy' },
  { sort: 'no-such-column', places: [0, 1, 2, 3], told: 'by no-such-column' },
];
for (const { sort, places, told } of orders)
  test(`sorted by ${sort || 'nothing'}`, () => {
    assert.deepEqual(
      inOrder(rows, orderOf(sort)).map(({ place }) => place),
      places,
    );
    assert.equal(sortOf(orderOf(sort)), sort);
    assert.equal(toldOrder(orderOf(sort)), told);
  });

test('a press turns the order of a column, and a new column starts where one looks first', () => {
  assert.equal(sortOf(pressed(orderOf(''), 'name')), 'name');
  assert.equal(sortOf(pressed(orderOf('name'), 'name')), '-name');
  assert.equal(sortOf(pressed(orderOf('-name'), 'risk')), '');
  assert.equal(sortOf(pressed(orderOf(''), 'risk')), 'risk');
});

const words: { text: string; has: boolean }[] = [
  { text: '', has: true },
  { text: 'drop-table', has: true },
  { text: 'TABLE denied', has: true },
  { text: 'droptable allowed', has: false },
];
for (const { text, has } of words)
  test(`a row ${has ? 'has' : 'has not'} “${text}”`, () =>
    assert.equal(hasWords(rows[0] as TableRow, text), has));
