import { giveKeysToNext } from './pagefind-keys.ts';
import { recordOf } from './records.ts';

/** Finds records by the words of their sentences. */
export interface TextIndex {
  /** The records whose text has every word, best first. */
  search(words: readonly string[]): Promise<number[]>;
  /** Whether some text has a word that starts with this one, or another form of it. */
  knows(word: string): Promise<boolean>;
}

/** Stands in where there is no full-text index, or where it cannot be loaded. */
export const NO_TEXT: TextIndex = {
  search: () => Promise.resolve([]),
  knows: () => Promise.resolve(false),
};

/** The part of Pagefind's script that is used. */
export interface Pagefind {
  createInstance(options: Record<string, unknown>): {
    init(): Promise<void>;
    /** `words` are the places of the matches in the text. */
    search(term: string): Promise<{ results: { id: string; words: number[] }[] }>;
  };
}

/** No word ends so; Pagefind then falls back to the longest word that the rest starts with. */
const NO_ENDING = 'zqx';

/**
 * Opens the full-text index of a folder. Pagefind runs in the caller's thread: it would otherwise start a
 * worker of its own. Its fragments are not there and never asked for.
 */
export async function openText(
  folder: string,
  load: (url: string) => Promise<Pagefind> = (url) => import(/* @vite-ignore */ url),
): Promise<TextIndex> {
  const { createInstance } = await load(`${folder}pagefind.js`);
  giveKeysToNext();
  // The folder's name changes with its content, so the time need not be part of an address.
  const pagefind = createInstance({ basePath: folder, noWorker: true, metaCacheTag: '0' });
  await pagefind.init();
  const results = async (term: string) => (await pagefind.search(term)).results;
  const places = async (term: string) =>
    (await results(term)).map(({ id, words }) => [id, ...words].join(' ')).join('\n');
  return {
    search: async (words) => (await results(words.join(' '))).map(({ id }) => recordOf(id)),
    // Pagefind answers for an unknown word with the results of a shorter one. A word is known if it is found
    // as it is, in quotes, or if other places match when it is made a word that cannot be.
    async knows(word) {
      if ((await results(`"${word}"`)).length) return true;
      return (await places(word)) !== (await places(word + NO_ENDING));
    },
  };
}
