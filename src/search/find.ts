import { corrected, nearNames, unknownRuns } from './corrections.ts';
import { type Chosen, type Counts, isAnyChosen, narrow } from './facets.ts';
import { type Item, itemOf } from './item.ts';
import { matchNames, matchSome } from './match.ts';
import type { Index } from './prepare.ts';
import { type Query, queryOf } from './query.ts';
import type { TextIndex } from './text.ts';
import type { Run } from './words.ts';

/** With fewer names than this, spellings are corrected. */
const FEW = 3;
/** A query with fewer letters than this is not looked for in sentences. */
const SHORTEST_TEXT = 3;

/** What a reader asks for. */
export interface Ask {
  text: string;
  chosen: Chosen;
  /** How many results to show. */
  limit: number;
}

/** Why there are results that do not have the words of the query. */
export interface Remark {
  /** What was looked for in place of the query. */
  instead?: string;
  /** The results have only some of its words. */
  partial?: boolean;
}

/** The results of a query before they are narrowed, best first. */
export interface Found extends Remark {
  records: readonly number[];
}

/** What is shown of the results. */
export interface Answer extends Remark {
  items: Item[];
  total: number;
  counts: Counts;
}

/** Lists one after the other, each record once. */
const join = (...lists: (readonly number[])[]): number[] => [...new Set(lists.flat())];

/** What the records alone say, at once. Without a query: everything. */
export const findNames = (index: Index, query: Query): Found => ({
  records: query.text ? matchNames(index, query) : [...index.ranked],
});

const isLong = (words: readonly string[]): boolean =>
  words.join('').length >= SHORTEST_TEXT || /[^\0-\x7f]/.test(words.join(''));

async function unknownTo(text: TextIndex, runs: readonly Run[]): Promise<Run[]> {
  const known = await Promise.all(runs.map((run) => text.knows(run.text)));
  return runs.filter((_, place) => !known[place]);
}

/** The records whose text has every word: as it is written, and where it has humps also cut. */
async function inText(text: TextIndex, runs: readonly Run[]): Promise<number[]> {
  const words = runs.map((run) => run.text);
  if (!isLong(words)) return [];
  const humped = runs.filter(({ parts }) => parts.length > 1);
  if (!humped.length) return text.search(words);
  const strange = await unknownTo(text, humped);
  const cut = await text.search(runs.flatMap(({ texts }) => texts));
  return strange.length ? cut : join(await text.search(words), cut);
}

/** What is found when misspelt words are replaced by the nearest that are known. */
async function respelt(index: Index, text: TextIndex, query: Query, wrong: readonly Run[]): Promise<Found> {
  const terms = corrected(index, query, wrong);
  if (terms) {
    const best = terms.map(([run]) => run as Run);
    const instead = best.map((run) => run.text).join(' ');
    const names = join(matchNames(index, queryOf(instead)), matchNames(index, query, terms));
    const records = join(names, await inText(text, best));
    if (records.length) return { records, instead };
  }
  const [nearest, ...others] = nearNames(index, query);
  if (nearest === undefined) return { records: [] };
  return { records: [nearest, ...others], instead: index.names[nearest] as string };
}

async function beyondNames(index: Index, text: TextIndex, query: Query, found: Found): Promise<Found> {
  const wrong = await unknownTo(text, unknownRuns(index, query));
  if (!wrong.length) return { records: await inText(text, query.runs) };
  return found.records.length >= FEW ? { records: [] } : respelt(index, text, query, wrong);
}

/**
 * Adds what the sentences say to what the names said; corrects the spelling where neither says much, and
 * at last settles for some of the words. What was found stays at the top in its order.
 */
export async function findAll(index: Index, text: TextIndex, query: Query, found: Found): Promise<Found> {
  if (!query.runs.length) return found;
  const more = await beyondNames(index, text, query, found);
  if (found.records.length) return { records: join(found.records, more.records) };
  if (more.records.length || query.runs.length < 2) return more;
  return { records: matchSome(index, query), partial: true };
}

/** Whether nothing is asked for yet. */
export const isIdle = ({ text, chosen }: Ask): boolean => !text.trim() && !isAnyChosen(chosen);

/** The part of the results that is shown, none while nothing is asked for, with the counts of all facets. */
export function answerOf(index: Index, found: Found, ask: Ask): Answer {
  const { records, counts } = narrow(index, found.records, ask.chosen);
  const shown = isIdle(ask) ? [] : records;
  return {
    items: shown.slice(0, ask.limit).map((record) => itemOf(index, record)),
    total: shown.length,
    counts,
    ...(found.instead !== undefined && { instead: found.instead }),
    ...(found.partial && { partial: true }),
  };
}
