import { fetchPacked } from '../search/packed.ts';
import { type Index, prepare } from '../search/prepare.ts';
import { RECORDS, type Records } from '../search/records.ts';
import { type Suggestion, type SuggestQuestion, suggestionsOf } from './suggest.ts';

/** Finds what can be added to a comparison, in a thread of its own; the records are those of the search. */

export type SuggestReply = { id: number } & ({ found: Suggestion[] } | { failed: true });

let loading: Promise<Index> | undefined;

async function answer(question: SuggestQuestion): Promise<Suggestion[]> {
  // The browser asks whether its copy is the newest.
  loading ??= fetchPacked<Records>(RECORDS, { cache: 'no-cache' }).then(prepare);
  // What could not be loaded is asked for again with the next letter.
  loading.catch(() => {
    loading = undefined;
  });
  return suggestionsOf(await loading, question);
}

addEventListener(
  'message',
  async ({ data: { id, ...question } }: MessageEvent<SuggestQuestion & { id: number }>) => {
    const reply: SuggestReply = await answer(question).then(
      (found) => ({ id, found }),
      () => ({ id, failed: true }),
    );
    postMessage(reply);
  },
);
