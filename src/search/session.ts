import { type Answer, type Ask, answerOf, type Found, findAll, findNames } from './find.ts';
import type { Index } from './prepare.ts';
import { queryOf } from './query.ts';
import { NO_TEXT, type TextIndex } from './text.ts';

/** A question, numbered so that its answers can be told from those to earlier ones. */
export interface Question extends Ask {
  id: number;
}

export type Reply =
  /** `final` is false where the sentences are still to be searched. */
  { id: number; answer: Answer; final: boolean } | { id: number; failed: true };

/** Where the two indexes come from. */
export interface Sources {
  index(): Promise<Index>;
  text(index: Index): Promise<TextIndex>;
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
 * Answers questions: at once from the names, then again with the sentences. Only the last question is
 * answered; the results of its text are kept, so that other facets or more rows cost no search.
 */
export function session(
  sources: Sources,
  reply: (reply: Reply) => void,
): (question: Question) => Promise<void> {
  const load = once(sources.index);
  const loadText = once(async () => sources.text(await load()).catch(() => NO_TEXT));
  let last: Question;
  let kept: { text: string; found: Found } | undefined;

  async function answer(question: Question, index: Index): Promise<void> {
    const say = (found: Found, final: boolean) =>
      reply({ id: question.id, answer: answerOf(index, found, question), final });
    if (kept && kept.text === question.text) return say(kept.found, true);
    const query = queryOf(question.text);
    const names = findNames(index, query);
    if (!query.text) return say(names, true);
    say(names, false);
    await sources.pause();
    if (question !== last) return;
    const found = await findAll(index, await loadText(), query, names);
    if (question !== last) return;
    kept = { text: question.text, found };
    say(found, true);
  }

  return async (question) => {
    last = question;
    try {
      const index = await load();
      if (question === last) await answer(question, index);
    } catch {
      reply({ id: question.id, failed: true });
    }
  };
}
