import assert from 'node:assert/strict';
import { test } from 'node:test';
import { routes } from '../routes.ts';
import { pagesOf } from './paging.ts';

const items = [...Array(1234).keys()];
const pages = pagesOf(items, 100, routes.servers);

test('every item stands on one page, in order', () => {
  assert.deepEqual(
    pages.flatMap((page) => page.items),
    items,
  );
  assert.equal(pages.length, 13);
});

test('the first page is the list’s own address, and pages lead to each other', () => {
  assert.equal(pages[0]?.path, '/servers/');
  assert.equal(pages[0]?.next, '/browse/servers/2/');
  assert.equal(pages[1]?.previous, '/servers/');
  assert.equal(pages[12]?.next, undefined);
});

test('a page links the first, the last and its neighbours, with gaps marked', () => {
  assert.deepEqual(
    pages[6]?.links.map((link) => link?.number),
    [1, undefined, 5, 6, 7, 8, 9, undefined, 13],
  );
  assert.deepEqual(
    pages[0]?.links.map((link) => link?.number),
    [1, 2, 3, undefined, 13],
  );
});

test('an empty list has one empty page', () => {
  const [page, ...others] = pagesOf([], 100, routes.tools);
  assert.equal(others.length, 0);
  assert.deepEqual([page?.from, page?.to, page?.total], [0, 0, 0]);
});
