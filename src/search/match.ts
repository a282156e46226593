import { type Masks, masksOf, ofServer, type Terms } from './masks.ts';
import { type Index, kindOf, plainName } from './prepare.ts';
import type { Query } from './query.ts';
import { fold } from './words.ts';

/** How well a name fits a query, best first. */
const TIER = {
  /** The name itself, the title or id of a server, or an id that an attack is known by. */
  exact: 0,
  /** The name but for separators and capitals. */
  alike: 1,
  /** The name starts so: with whole words, or with a word that goes on. */
  prefix: 2,
  prefixPart: 3,
  /** Every word of the query is in the name. */
  words: 4,
  /** Every word of the query, some in the name and the others in the server's. */
  server: 5,
  /** The same two, with words that go on; or all letters of the query in a row. */
  wordsPart: 6,
  serverPart: 7,
} as const;

/** A query shorter than this is in too many names by chance; in scripts without letters it is not. */
const SHORTEST_INSIDE = 3;
const MOST_EXTRA = 15;
/** Letters in a row that do not start where a word starts are worth less than whole words. */
const INSIDE = 6;
/** More than there are records in any catalogue. */
const MOST_RECORDS = 2 ** 24;

/** How well a record fits. */
interface Fit {
  tier: number;
  /** How many words the name has besides those of the query. */
  extra?: number;
}

/**
 * The sort key of a match: its tier, few other words before many; then the rank, by which the known come
 * before the unknown.
 */
function keyOf(index: Index, record: number, { tier, extra = 0 }: Fit): number {
  const grade = tier * (MOST_EXTRA + 1) + Math.max(0, Math.min(extra, MOST_EXTRA));
  return grade * MOST_RECORDS + (index.rank[record] as number);
}

/** The records of keys, best first. */
const inOrder = (index: Index, keys: number[]): number[] =>
  Array.from(Float64Array.from(keys).sort(), (key) => index.ranked[key % MOST_RECORDS] as number);

const bits = (mask: number): number => mask.toString(2).replaceAll('0', '').length;

const otherWords = (index: Index, query: Query, record: number): number =>
  (index.words[record] as number) - (kindOf(index, record) === 'tool' ? query.parts : query.runs.length);

/** How a record fits by its words, or undefined. */
function wordFit(index: Index, query: Query, { any, whole }: Masks, record: number): Fit | undefined {
  const all = (1 << query.runs.length) - 1;
  const own = any[record] as number;
  if (own === 0) return undefined;
  if (own === all) {
    const tier = whole[record] === all ? TIER.words : TIER.wordsPart;
    return { tier, extra: otherWords(index, query, record) };
  }
  if ((own | ofServer(index, any, record)) !== all) return undefined;
  const isWhole = ((whole[record] as number) | ofServer(index, whole, record)) === all;
  const tier = isWhole ? TIER.server : TIER.serverPart;
  return { tier, extra: (index.words[record] as number) - bits(own) };
}

const isExact = (index: Index, query: Query, record: number): boolean =>
  record < index.servers || plainName(index, record) === query.text;

/**
 * How an attack fits by an id, or undefined: its own, or that of an advisory or in a framework. The start of one counts from its
 * first digit on, for all ids of a framework start alike.
 */
function codeFit(index: Index, { squashed }: Query, record: number): Fit | undefined {
  const codes = index.codes[record - index.firstAttack] as string[];
  if (codes.includes(squashed)) return { tier: TIER.exact };
  const isBegun = /\d/.test(squashed) && codes.some((code) => code.startsWith(squashed));
  return isBegun ? { tier: TIER.prefixPart, extra: MOST_EXTRA } : undefined;
}

/** How a record fits letter by letter, or undefined. */
function letterFit(index: Index, query: Query, { whole }: Masks, record: number): Fit | undefined {
  const isServer = record < index.servers;
  const wanted = isServer ? query.title : query.squashed;
  const name = index.squashed[record] as string;
  if (isServer && index.squashedIds[record] === query.squashed) return { tier: TIER.exact };
  if (!name.includes(wanted)) return undefined;
  if (name.length === wanted.length) return { tier: isExact(index, query, record) ? TIER.exact : TIER.alike };
  const isWhole = whole[record] === (1 << query.runs.length) - 1;
  if (name.startsWith(wanted))
    return { tier: isWhole ? TIER.prefix : TIER.prefixPart, extra: otherWords(index, query, record) };
  const isLong = wanted.length >= SHORTEST_INSIDE || /[^\0-\x7f]/.test(wanted);
  if (!isLong) return undefined;
  return { tier: TIER.wordsPart, extra: INSIDE + (index.words[record] as number) };
}

/** Names of punctuation alone have no letters to compare; they are compared as they are. */
const matchPunctuation = (index: Index, { text }: Query): number[] =>
  index.names.flatMap((name, record) => {
    if (!fold(name).includes(text)) return [];
    const tier = plainName(index, record) === text ? TIER.exact : TIER.words;
    return [keyOf(index, record, { tier, extra: name.length })];
  });

function matchLetters(index: Index, query: Query, terms: Terms): number[] {
  const masks = masksOf(index, terms);
  const keys: number[] = [];
  for (let record = 0; record < index.size; record += 1) {
    const fits = [letterFit(index, query, masks, record), wordFit(index, query, masks, record)];
    if (record >= index.firstAttack) fits.push(codeFit(index, query, record));
    const best = fits.map((fit) => (fit ? keyOf(index, record, fit) : Number.POSITIVE_INFINITY));
    const key = Math.min(...best);
    if (key !== Number.POSITIVE_INFINITY) keys.push(key);
  }
  return keys;
}

const asTyped = ({ runs }: Query): Terms => runs.map((run) => [run]);

/** The records whose names fit a query, best first. `terms` gives its words other spellings. */
export function matchNames(index: Index, query: Query, terms = asTyped(query)): number[] {
  if (!query.text) return [];
  const match = query.squashed ? matchLetters : matchPunctuation;
  return inOrder(index, match(index, query, terms));
}

/**
 * The records that have at least half of the words of a query, some of them in the name: those with the
 * most words first.
 */
export function matchSome(index: Index, query: Query): number[] {
  const { any } = masksOf(index, asTyped(query));
  const least = Math.max(1, query.runs.length / 2);
  const keys: number[] = [];
  for (let record = 0; record < index.size; record += 1) {
    const own = any[record] as number;
    const count = own ? bits(own | ofServer(index, any, record)) : 0;
    if (count >= least) keys.push(keyOf(index, record, { tier: query.runs.length - count }));
  }
  return inOrder(index, keys);
}
