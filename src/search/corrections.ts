import { distance, forgiven } from './distance.ts';
import { inNames } from './masks.ts';
import type { Index } from './prepare.ts';
import type { Query } from './query.ts';
import type { Run } from './words.ts';

/** How many spellings of one word are tried. */
const MOST_SPELLINGS = 4;

/** The words of a query that no name has, not even as the start of one of its words. */
export const unknownRuns = (index: Index, { runs }: Query): Run[] =>
  runs.filter(({ whole, parts }) => !inNames(index, whole) && !parts.every((part) => inNames(index, part)));

/** Of several candidates those with the fewest errors, in their order. */
function nearest<T>(candidates: Iterable<T>, wanted: string, spell: (candidate: T) => string): T[] {
  let limit = forgiven(wanted.length);
  let best: T[] = [];
  if (limit === 0) return best;
  for (const candidate of candidates) {
    const errors = distance(wanted, spell(candidate), limit);
    if (errors > limit) continue;
    if (errors < limit) best = [];
    limit = errors;
    best.push(candidate);
  }
  return best;
}

/** The words of names that come nearest to a misspelt one, the most frequent first. */
export function spellings(index: Index, word: string): Run[] {
  const count = (place: number) => (index.postings[place] as number[]).length;
  const plain = [...index.vocabulary.keys()].filter((place) => !index.humped[place]);
  return nearest(plain, word, (place) => index.vocabulary[place] as string)
    .sort((a, b) => count(b) - count(a))
    .slice(0, MOST_SPELLINGS)
    .map((place) => {
      const [whole, text] = [index.vocabulary[place] as string, index.written[place] as string];
      return { whole, parts: [whole], text, texts: [text] };
    });
}

/** The records whose whole name comes nearest to the query, for words written as one. */
export const nearNames = (index: Index, { squashed }: Query): number[] =>
  nearest(index.squashed.keys(), squashed, (record) => index.squashed[record] as string);

/**
 * The spellings of every word of the query, in the form of `matchNames`: other ones for the misspelt, the
 * best first. Undefined where one of these has none.
 */
export function corrected(index: Index, query: Query, misspelt: readonly Run[]): Run[][] | undefined {
  const terms = query.runs.map((run) => (misspelt.includes(run) ? spellings(index, run.whole) : [run]));
  return terms.every(({ length }) => length > 0) ? terms : undefined;
}
