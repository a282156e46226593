import assert from 'node:assert/strict';
import { test } from 'node:test';
import { queryStringOf, stateOf } from './form-state.ts';

const FIELDS = ['filter', 'sort'];

const cases: { query: string; state: Record<string, string>; back: string }[] = [
  { query: '', state: {}, back: '' },
  {
    query: '?filter=a+b&sort=-name',
    state: { filter: 'a b', sort: '-name' },
    back: '?filter=a+b&sort=-name',
  },
  { query: '?sort=&filter=%20', state: {}, back: '' },
  { query: '?other=1&filter=x&filter=y', state: { filter: 'x' }, back: '?filter=x' },
  { query: '?__proto__=1&filter=%26%3D%23', state: { filter: '&=#' }, back: '?filter=%26%3D%23' },
];
for (const { query, state, back } of cases)
  test(`the address ${query || 'without a query'} holds ${JSON.stringify(state)}`, () => {
    assert.deepEqual(stateOf(query, FIELDS), state);
    assert.equal(queryStringOf(stateOf(query, FIELDS)), back);
  });
