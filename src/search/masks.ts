import type { Index } from './prepare.ts';
import type { Run } from './words.ts';

/** The first place in a sorted list that is not before the word. */
function placeOf(sorted: readonly string[], word: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as string) < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The places in the vocabulary of the words that start with this one. */
const places = ({ vocabulary }: Index, word: string): [from: number, to: number] => [
  placeOf(vocabulary, word),
  placeOf(vocabulary, `${word}\uffff`),
];

/** Whether some name has a word that starts with this one, and is not only written with humps. */
export function inNames(index: Index, word: string): boolean {
  const [from, to] = places(index, word);
  return index.humped.slice(from, to).includes(false);
}

/** The spellings of each word of a query. */
export type Terms = readonly (readonly Run[])[];

/** Which words of the query each name has, a bit a word: as the start of one of its words, and whole. */
export interface Masks {
  any: Uint16Array;
  whole: Uint16Array;
}

function markWord(index: Index, { any, whole }: Masks, word: string, bit: number): void {
  const [from, to] = places(index, word);
  for (let place = from; place < to; place += 1) {
    const isWhole = index.vocabulary[place] === word;
    for (const record of index.postings[place] as number[]) {
      (any[record] as number) |= bit;
      if (isWhole) (whole[record] as number) |= bit;
    }
  }
}

const newMasks = ({ size, servers }: Index): Masks => ({
  any: new Uint16Array(size + servers),
  whole: new Uint16Array(size + servers),
});

/** Sets a bit of the names that have all parts of a run with humps. */
function markParts(index: Index, masks: Masks, parts: readonly string[], bit: number): void {
  const own = newMasks(index);
  for (const [place, part] of parts.entries()) markWord(index, own, part, 1 << place);
  const all = (1 << parts.length) - 1;
  for (const kind of ['any', 'whole'] as const)
    for (const [record, mask] of own[kind].entries())
      if (mask === all) (masks[kind][record] as number) |= bit;
}

/** Each word of the query may have several spellings. */
export function masksOf(index: Index, terms: Terms): Masks {
  const masks = newMasks(index);
  for (const [place, spellings] of terms.entries())
    for (const { whole, parts } of spellings) {
      markWord(index, masks, whole, 1 << place);
      if (parts.length > 1) markParts(index, masks, parts, 1 << place);
    }
  return masks;
}

/** The words of the query that the server of a record has in its title or id; an attack has no server. */
export const ofServer = (index: Index, mask: Uint16Array, record: number): number => {
  if (record >= index.firstAttack) return 0;
  const server = index.owner[record] as number;
  return (mask[server] as number) | (mask[index.size + server] as number);
};
