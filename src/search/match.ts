import { type Index, plainName } from './prepare.ts';
import type { Query } from './query.ts';
import { fold, type Run } from './words.ts';

/** How well a name fits a query, best first. */
const TIER = {
  /** The name itself, or the title or id of a server. */
  exact: 0,
  /** The name but for separators and capitals. */
  alike: 1,
  prefix: 2,
  /** Every word of the query, or all its letters in a row. */
  words: 3,
  /** Every word of the query, some in the name and the others in the server's. */
  server: 4,
} as const;

/** A query shorter than this is in too many names by chance; in scripts without letters it is not. */
const SHORTEST_INSIDE = 3;
const MOST_EXTRA = 15;
/** Letters in a row that do not start where a word starts are worth less than whole words. */
const INSIDE = 6;

/**
 * The sort key of a match: the tier, then how many words the name has besides those of the query, then the
 * number of the record, in whose order the known come before the unknown.
 */
const keyOf = (tier: number, extra: number, record: number): number =>
  (tier * (MOST_EXTRA + 1) + Math.max(0, Math.min(extra, MOST_EXTRA))) * 2 ** 24 + record;
const inOrder = (keys: number[]): number[] =>
  Array.from(Float64Array.from(keys).sort(), (key) => key % 2 ** 24);

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

function* recordsWith(index: Index, word: string): Generator<number> {
  const [from, to] = places(index, word);
  for (let place = from; place < to; place += 1) yield* index.postings[place] as number[];
}

/** Sets a bit of each record whose name has the run as one word, or all its parts. */
function mark(index: Index, mask: Uint16Array, { whole, parts }: Run, bit: number): void {
  for (const record of recordsWith(index, whole)) (mask[record] as number) |= bit;
  if (parts.length < 2) return;
  const seen = new Uint8Array(index.size);
  for (const [place, part] of parts.entries())
    for (const record of recordsWith(index, part)) if (seen[record] === place) seen[record] = place + 1;
  for (let record = 0; record < index.size; record += 1)
    if (seen[record] === parts.length) (mask[record] as number) |= bit;
}

/** Which words of the query each name has, a bit a word. Each word may have several spellings. */
function masks(index: Index, terms: readonly (readonly Run[])[]): Uint16Array {
  const mask = new Uint16Array(index.size);
  for (const [place, spellings] of terms.entries())
    for (const run of spellings) mark(index, mask, run, 1 << place);
  return mask;
}

/** The key of a record that fits by its words, or undefined. */
function wordKey(index: Index, query: Query, mask: Uint16Array, record: number): number | undefined {
  const all = (1 << query.runs.length) - 1;
  const own = mask[record] as number;
  if (own === 0) return undefined;
  const isServer = record < index.servers;
  const extra = (index.words[record] as number) - (isServer ? query.runs.length : query.parts);
  if (own === all) return keyOf(TIER.words, extra, record);
  if (isServer || (own | (mask[index.owner[record] as number] as number)) !== all) return undefined;
  return keyOf(TIER.server, extra, record);
}

const isExact = (index: Index, query: Query, record: number): boolean =>
  record < index.servers || plainName(index, record) === query.text;

/** The key of a record that fits letter by letter, or undefined. */
function letterKey(index: Index, query: Query, record: number, inside: boolean): number | undefined {
  const isServer = record < index.servers;
  const wanted = isServer ? query.title : query.squashed;
  const name = index.squashed[record] as string;
  if (isServer && index.squashedIds[record] === query.squashed) return keyOf(TIER.exact, 0, record);
  if (name.length < wanted.length) return undefined;
  if (name === wanted) return keyOf(isExact(index, query, record) ? TIER.exact : TIER.alike, 0, record);
  const words = index.words[record] as number;
  if (name.startsWith(wanted))
    return keyOf(TIER.prefix, words - (isServer ? query.runs.length : query.parts), record);
  return inside && name.includes(wanted) ? keyOf(TIER.words, INSIDE + words, record) : undefined;
}

/** Names of punctuation alone have no letters to compare; they are compared as they are. */
const matchPunctuation = (index: Index, { text }: Query): number[] =>
  index.names.flatMap((name, record) => {
    if (!fold(name).includes(text)) return [];
    return [keyOf(fold(name).trim() === text ? TIER.exact : TIER.words, name.length, record)];
  });

function matchLetters(index: Index, query: Query, terms: readonly (readonly Run[])[]): number[] {
  const mask = masks(index, terms);
  const inside = query.squashed.length >= SHORTEST_INSIDE || /[^\0-\x7f]/.test(query.squashed);
  const keys: number[] = [];
  for (let record = 0; record < index.size; record += 1) {
    const byLetters = letterKey(index, query, record, inside);
    const byWords = wordKey(index, query, mask, record);
    const key = Math.min(byLetters ?? Number.POSITIVE_INFINITY, byWords ?? Number.POSITIVE_INFINITY);
    if (key !== Number.POSITIVE_INFINITY) keys.push(key);
  }
  return keys;
}

/**
 * The records whose names fit a query, best first. `terms` gives each word of the query other spellings.
 */
export function matchNames(
  index: Index,
  query: Query,
  terms: readonly (readonly Run[])[] = query.runs.map((run) => [run]),
): number[] {
  if (!query.text) return [];
  const keys = query.squashed ? matchLetters(index, query, terms) : matchPunctuation(index, query);
  return inOrder(keys);
}

const bits = (mask: number): number => mask.toString(2).replaceAll('0', '').length;

/**
 * The records that have at least half of the words of a query, some of them in the name: those with the
 * most words first.
 */
export function matchSome(index: Index, query: Query): number[] {
  const mask = masks(
    index,
    query.runs.map((run) => [run]),
  );
  const least = Math.max(1, query.runs.length / 2);
  const keys: number[] = [];
  for (let record = 0; record < index.size; record += 1) {
    const own = mask[record] as number;
    const count = own ? bits(own | (mask[index.owner[record] as number] as number)) : 0;
    if (count >= least) keys.push(keyOf(0, query.runs.length - count, record));
  }
  return inOrder(keys);
}
