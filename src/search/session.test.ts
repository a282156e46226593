import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleSearched } from '../../tests/search/sample.ts';
import { NOTHING_CHOSEN } from './facets.ts';
import { prepare } from './prepare.ts';
import { recordsOf } from './records-of.ts';
import { type Reply, type Sources, session } from './session.ts';
import { NO_TEXT } from './text.ts';

const index = prepare(recordsOf(sampleSearched(), 'text'));

/** A session over the sample, and what it replied. */
function open(some: Partial<Sources> = {}) {
  const replies: Reply[] = [];
  const sources: Sources = {
    index: async () => index,
    text: async () => NO_TEXT,
    sentences: () => async (records) => records.map(String),
    pause: () => Promise.resolve(),
    ...some,
  };
  const asked = session(sources, (reply) => replies.push(reply));
  const ask = (id: number, text: string, more = {}) =>
    asked({ id, text, chosen: NOTHING_CHOSEN, limit: 20, ...more });
  return { ask, replies };
}

const told = (replies: Reply[]) =>
  replies.map((reply) => ('answer' in reply ? (reply.final ? 'all' : 'names') : Object.keys(reply)[1]));

test('names are told at once, everything after', async () => {
  const { ask, replies } = open();
  await ask(1, 'create_issue');
  assert.deepEqual(told(replies), ['names', 'all', 'sentences']);
});

test('what was found for a text is kept for other facets and more rows', async () => {
  const { ask, replies } = open();
  await ask(1, 'create_issue');
  await ask(2, 'create_issue', { limit: 1 });
  assert.deepEqual(told(replies), ['names', 'all', 'sentences', 'all', 'sentences']);
});

test('of questions asked at once only the last is answered to the end', async () => {
  const { ask, replies } = open();
  await Promise.all([ask(1, 'cre'), ask(2, 'create'), ask(3, 'create_issue')]);
  assert.deepEqual(
    replies.map(({ id }) => id),
    [3, 3, 3],
  );
});

test('without the full-text index the names are still searched, without the records nothing is', async () => {
  const noText = open({ text: () => Promise.reject(new Error('offline')) });
  await noText.ask(1, 'create_issue');
  assert.deepEqual(told(noText.replies), ['names', 'all', 'sentences']);
  const noIndex = open({ index: () => Promise.reject(new Error('offline')) });
  await noIndex.ask(1, 'create_issue');
  assert.deepEqual(told(noIndex.replies), ['failed']);
});
