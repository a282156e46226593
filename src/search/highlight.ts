import { runsOf, withoutStopWords } from './words.ts';

/** A piece of a name, and whether the query has it. */
export interface Piece {
  text: string;
  hit: boolean;
}

/** Cuts a name so that the words of the query in it can be marked. Joined, the pieces are the name. */
export function highlight(name: string, query: string): Piece[] {
  const runs = withoutStopWords(runsOf(query));
  const words = new Set(runs.flatMap(({ whole, text, parts }) => [text, whole, ...parts]));
  if (!words.size) return [{ text: name, hit: false }];
  // Words are letters and digits alone, so none of them means anything in a pattern. Longer ones first.
  const pattern = [...words].sort((a, b) => b.length - a.length).join('|');
  return name
    .split(new RegExp(`(${pattern})`, 'giu'))
    .map((text, place) => ({ text, hit: place % 2 === 1 }))
    .filter(({ text }) => text);
}
