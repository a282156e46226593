import { fold, type Run, runsOf, squash, squashedTitle, withoutStopWords } from './words.ts';

/** Longer queries are cut; no name is that long. */
const LONGEST = 200;
/** Further words are left out; each word takes a bit of a mask. */
const MOST_WORDS = 12;

/** A query as the index is asked: the text itself, and what is compared with names. */
export interface Query {
  /** Without capitals and outer space, for a comparison letter by letter. */
  text: string;
  squashed: string;
  /** `squashed` without the words that all servers have in their titles. */
  title: string;
  /** The words that carry meaning, at most twelve. */
  runs: readonly Run[];
  /** How many words that is when humps are cut. */
  parts: number;
}

export function queryOf(input: string): Query {
  const text = input.slice(0, LONGEST).trim();
  const runs = withoutStopWords(runsOf(text)).slice(0, MOST_WORDS);
  return {
    text: fold(text),
    squashed: squash(text),
    title: squashedTitle(text),
    runs,
    parts: runs.reduce((count, run) => count + run.parts.length, 0),
  };
}
