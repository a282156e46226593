import type { Attack, FrameworkId } from '../model/attack.ts';
import { FRAMEWORKS } from './taxonomy.ts';

/** One id of a framework, with the attacks that are mapped to it. */
export interface CrosswalkRow {
  id: string;
  name: string;
  url: string;
  /** Newest first. */
  attacks: { attack: Attack; basis: 'source' | 'editorial' }[];
}

/** One framework; ids that no attack is mapped to stand there as well, with an empty list. */
export interface CrosswalkFramework {
  id: FrameworkId;
  label: string;
  version: string;
  url: string;
  licence: string;
  rows: CrosswalkRow[];
}

/** By id, in code units. */
export const byId = (one: Attack, other: Attack): number => (one.id < other.id ? -1 : 1);

/** Newest first; of one day, by id. */
export const newestFirst = (one: Attack, other: Attack): number =>
  one.disclosed === other.disclosed ? (one.id < other.id ? -1 : 1) : one.disclosed < other.disclosed ? 1 : -1;

function mappedTo(attacks: readonly Attack[], framework: FrameworkId, id: string): CrosswalkRow['attacks'] {
  return attacks
    .filter(({ mappings }) => mappings[framework].ids.includes(id))
    .map((attack) => ({ attack, basis: attack.mappings[framework].basis }));
}

/** Which attacks stand under which id of which framework, in the order of the taxonomy. */
export function crosswalk(attacks: Iterable<Attack>): CrosswalkFramework[] {
  const sorted = [...attacks].sort(newestFirst);
  return Object.entries(FRAMEWORKS).map(([framework, { ids, ...words }]) => ({
    id: framework as FrameworkId,
    ...words,
    rows: Object.entries(ids).map(([id, { name, url }]) => ({
      id,
      name,
      url,
      attacks: mappedTo(sorted, framework as FrameworkId, id),
    })),
  }));
}
