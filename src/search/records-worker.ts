import { fetchRecords } from './packed.ts';
import { type Index, prepare } from './prepare.ts';

let loading: Promise<Index> | undefined;

/** The records made ready, loaded with the first question; what could not be loaded is asked for again with the next. */
function loaded(): Promise<Index> {
  loading ??= fetchRecords().then(prepare);
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

/** What a worker replies to a question of this number. */
export type Numbered<Answer> = { id: number } & (Answer | { failed: true });

/** Makes this worker answer the numbered questions of its page from the records of the search. */
export function answerFromRecords<Question extends object, Answer extends object>(
  answer: (index: Index, question: Question) => Answer,
): void {
  addEventListener('message', async ({ data }: MessageEvent<Question & { id: number }>) => {
    const { id } = data;
    const reply: Numbered<Answer> = await loaded()
      .then((index) => answer(index, data))
      .then(
        (found) => ({ id, ...found }),
        () => ({ id, failed: true }),
      );
    postMessage(reply);
  });
}
