import type { Catalogue, ToolEntry } from '../catalogue/catalogue.ts';
import { byText } from '../catalogue/order.ts';

/** How many related tools, and how many siblings, a page shows. */
const SHOWN = 6;

/** The tools of each category by name; copies of a server are left out, so that none stands there twice. */
function neighbourhoods(catalogue: Catalogue): Map<ToolEntry, { row: ToolEntry[]; index: number }> {
  const rows = Map.groupBy(
    catalogue.tools.filter(({ server }) => !server.original),
    ({ category }) => category,
  );
  const places = new Map<ToolEntry, { row: ToolEntry[]; index: number }>();
  for (const row of rows.values()) {
    row.sort(
      (a, b) =>
        byText(a.tool.name.toLowerCase(), b.tool.name.toLowerCase()) || byText(a.server.id, b.server.id),
    );
    for (const [index, entry] of row.entries()) places.set(entry, { row, index });
  }
  return places;
}

/** From the middle outwards: one after, one before, two after … */
function* outwards<T>(row: readonly T[], index: number): Generator<T> {
  for (let step = 1; step < row.length; step += 1) {
    const [after, before] = [row[index + step], row[index - step]];
    if (after !== undefined) yield after;
    if (before !== undefined) yield before;
  }
}

/**
 * Finds, for a tool, the tools of its category whose names stand next to its own in the alphabet, each from
 * another server. Built once; a look-up costs a few steps, whatever the size of the catalogue.
 */
export function relatedTools(catalogue: Catalogue): (entry: ToolEntry) => ToolEntry[] {
  const places = neighbourhoods(catalogue);
  return (entry) => {
    // The copy of a server stands at the place of the original's tool of that name.
    const original = entry.server.original?.tools.find(({ tool }) => tool.name === entry.tool.name);
    const place = places.get(entry) ?? (original && places.get(original));
    const servers = new Set([entry.server, original?.server]);
    const found: ToolEntry[] = [];
    if (!place) return found;
    for (const other of outwards(place.row, place.index)) {
      if (servers.has(other.server)) continue;
      servers.add(other.server);
      found.push(other);
      if (found.length === SHOWN) break;
    }
    return found;
  };
}

/** The other tools of the server, riskiest first. */
export const siblings = (entry: ToolEntry): ToolEntry[] =>
  entry.server.tools.filter((other) => other !== entry).slice(0, SHOWN);
