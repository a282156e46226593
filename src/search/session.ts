import { type Answer, type Ask, answerOf, type Found, findAll, findNames } from './find.ts';
import type { Index } from './prepare.ts';
import { queryOf } from './query.ts';
import type { Sentences } from './sentences.ts';
import { NO_TEXT, type TextIndex } from './text.ts';

/** A question, numbered so that its answers can be told from those to earlier ones. */
export interface Question extends Ask {
  id: number;
}

export type Reply =
  /** `final` is false where the sentences are still to be searched. */
  | { id: number; answer: Answer; final: boolean }
  /** The sentences of the results of the last answer, in their order. */
  | { id: number; sentences: string[] }
  | { id: number; failed: true };

/** Where the two indexes come from. */
export interface Sources {
  index(): Promise<Index>;
  text(index: Index): Promise<TextIndex>;
  sentences(index: Index): Sentences;
  /** Waits until no key is likely to follow at once. */
  pause(): Promise<void>;
}

/** Loads on first use, once. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= load();
    return loading;
  };
}

/**
 * Answers questions: at once from the names, then again with what the sentences say, and at last with the
 * sentences themselves. Only the last question is answered; the results of its text are kept, so that other
 * facets or more rows cost no search.
 */
export function session(
  sources: Sources,
  reply: (reply: Reply) => void,
): (question: Question) => Promise<void> {
  const load = once(sources.index);
  const loadText = once(async () => sources.text(await load()).catch(() => NO_TEXT));
  const loadSentences = once(async () => sources.sentences(await load()));
  let last: Question;
  let kept: { text: string; found: Found } | undefined;

  /** Everything that is found for a question; undefined where another has been asked meanwhile. */
  async function search(question: Question, index: Index): Promise<Found | undefined> {
    if (kept?.text === question.text) return kept.found;
    const query = queryOf(question.text);
    const names = findNames(index, query);
    if (!query.text) return names;
    reply({ id: question.id, answer: answerOf(index, names, question), final: false });
    await sources.pause();
    if (question !== last) return undefined;
    const found = await findAll(index, await loadText(), query, names);
    if (question !== last) return undefined;
    kept = { text: question.text, found };
    return found;
  }

  async function answer(question: Question): Promise<void> {
    const index = await load();
    const found = question === last ? await search(question, index) : undefined;
    if (!found) return;
    const answer = answerOf(index, found, question);
    reply({ id: question.id, answer, final: true });
    const sentences = await loadSentences();
    reply({ id: question.id, sentences: await sentences(answer.items.map(({ record }) => record)) });
  }

  return async (question) => {
    last = question;
    try {
      await answer(question);
    } catch {
      reply({ id: question.id, failed: true });
    }
  };
}
