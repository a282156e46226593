import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOTHING_CHOSEN } from './facets.ts';
import { queryStringOf, stateOf } from './state.ts';

test('a state survives the address', () => {
  const states = [
    { text: '', chosen: NOTHING_CHOSEN },
    { text: '${A}_b & c=d #e 天气', chosen: NOTHING_CHOSEN },
    { text: 'x', chosen: { ...NOTHING_CHOSEN, level: ['critical', 'high'], kind: ['tool'] } },
  ];
  for (const state of states) assert.deepEqual(stateOf(queryStringOf(state)), state);
});

test('nothing asked for leaves the address bare, and foreign parameters are left alone', () => {
  assert.equal(queryStringOf({ text: '', chosen: NOTHING_CHOSEN }), '');
  assert.deepEqual(stateOf('?utm_source=x&__proto__=y'), { text: '', chosen: NOTHING_CHOSEN });
});
