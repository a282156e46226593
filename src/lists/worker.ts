import { fetchPacked } from '../search/packed.ts';
import { type Index, prepare } from '../search/prepare.ts';
import { RECORDS, type Records } from '../search/records.ts';
import { answerOf, type ListAnswer, type ListQuestion, listOf } from './list-rows.ts';

/** Filters and sorts the whole lists in a thread of its own; the records are those of the search. */

export type ListReply = { id: number } & (ListAnswer | { failed: true });

let loading: Promise<Index> | undefined;
const lists = new Map<ListQuestion['kind'], ReturnType<typeof listOf>>();

async function answer(question: ListQuestion): Promise<ListAnswer> {
  // The browser asks whether its copy is the newest.
  loading ??= fetchPacked<Records>(RECORDS, { cache: 'no-cache' }).then(prepare);
  const index = await loading;
  const list = lists.get(question.kind) ?? listOf(index, question.kind);
  lists.set(question.kind, list);
  return answerOf(index, list, question);
}

addEventListener(
  'message',
  async ({ data: { id, ...question } }: MessageEvent<ListQuestion & { id: number }>) => {
    const reply: ListReply = await answer(question).then(
      (found) => ({ id, ...found }),
      () => ({ id, failed: true }),
    );
    postMessage(reply);
  },
);
