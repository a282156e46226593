import { type CompiledPolicy, explain, memoryState } from '../policy/engine.ts';
import type { Explanation } from '../policy/explain.ts';
import { callAt, make, type Table } from './run.ts';
import type { Entry } from './workspace.ts';

/** An explanation without what cannot be sent to a page. */
export type Told = Omit<Explanation, 'reservation'>;

/** How one call came out: where it was held and granted, first as it was held and then as it was made. */
export interface Details {
  told: Told;
  held?: Told;
}

const told = ({ reservation: _, ...rest }: Explanation): Told => rest;

/** Makes all calls before one, and explains that one. `entry` is its place in the list, `number` within the entry. */
export function detailsOf(
  policy: CompiledPolicy,
  entries: readonly Entry[],
  entry: number,
  number: number,
): Details | undefined {
  const one = entries[entry];
  if (!one || number >= one.times) return undefined;
  const table: Table = { policy, state: memoryState() };
  for (const before of entries.slice(0, entry))
    for (let each = 0; each < before.times; each += 1) make(table, before, callAt(before, each));
  for (let each = 0; each < number; each += 1) make(table, one, callAt(one, each));
  const all = make(table, one, callAt(one, number), explain) as Explanation[];
  const last = told(all.at(-1) as Explanation);
  return all.length > 1 ? { told: last, held: told(all[0] as Explanation) } : { told: last };
}
