import { FACETS, type Facet, type Index, NONE, perFacet } from './prepare.ts';

/** The ids that are chosen in each facet; none means that the facet does not narrow. */
export type Chosen = Record<Facet, readonly string[]>;
/** How many results each value of each facet would have, by its id. */
export type Counts = Record<Facet, Record<string, number>>;

export const NOTHING_CHOSEN: Chosen = perFacet(() => []);
export const isAnyChosen = (chosen: Chosen): boolean => FACETS.some((facet) => chosen[facet].length > 0);

/** For each facet whether a value passes, by its number; undefined where all do. */
type Gates = Record<Facet, boolean[] | undefined>;

const gatesOf = (index: Index, chosen: Chosen): Gates =>
  perFacet((facet) => {
    const wanted = chosen[facet];
    return wanted.length ? index.facets[facet].map((id) => wanted.includes(id)) : undefined;
  });

const facetOf = (index: Index, facet: Facet, record: number): number => index.values[facet][record] as number;

/** The facets that keep a record out. */
const barriers = (index: Index, gates: Gates, record: number): Facet[] =>
  FACETS.filter((facet) => gates[facet] && !gates[facet][facetOf(index, facet, record)]);

/** The results that have a chosen value in every facet where one is chosen, and the counts of all values. */
export interface Narrowed {
  records: number[];
  counts: Counts;
}

/**
 * Narrows results by facets. The count of a value is the number of results that it has under the choices in
 * the other facets, so that it says what choosing it would show.
 */
export function narrow(index: Index, records: Iterable<number>, chosen: Chosen): Narrowed {
  const gates = gatesOf(index, chosen);
  const sums = perFacet((facet) => index.facets[facet].map(() => 0));
  const kept: number[] = [];
  for (const record of records) {
    const closed = barriers(index, gates, record);
    if (closed.length === 0) kept.push(record);
    if (closed.length > 1) continue;
    for (const facet of FACETS) {
      const value = facetOf(index, facet, record);
      if (value !== NONE && (closed.length === 0 || closed[0] === facet)) (sums[facet][value] as number) += 1;
    }
  }
  const counts = perFacet((facet) =>
    Object.fromEntries(index.facets[facet].map((id, value) => [id, sums[facet][value] as number])),
  );
  return { records: kept, counts };
}
