import type { Catalogue, ToolEntry } from '../catalogue/catalogue.ts';
import { byText } from '../model/by-text.ts';
import { wordsOfName } from '../risk/words.ts';

/** How many related tools, and how many siblings, a page shows at most, and at least where there are as many. */
const SHOWN = 5;
const FEWEST = 2;
/** A page that has this many rows of evidence, parameters, related tools and siblings is as heavy as one may be. */
const ROWS = 28;
/** So many characters of a policy weigh as much as a row of a table. */
const POLICY_ROW = 250;

/**
 * How many related tools, and how many siblings, a page has room for that has so many rows on the tool itself and
 * policies of so many characters.
 */
export const roomFor = (rows: number, policy: number): number =>
  Math.min(SHOWN, Math.max(FEWEST, Math.floor((ROWS - rows - policy / POLICY_ROW) / 2)));

/**
 * What a tool is about, to sort by: the words of its name from the last to the first, since the last one names
 * the thing (`delete_memo_comment` is about a comment), without those of its server's name.
 */
function aboutKey({ tool, server }: ToolEntry): string {
  const words = wordsOfName(tool.name);
  const ofServer = new Set(wordsOfName(`${server.id} ${server.server.title}`));
  const own = words.filter((word) => !ofServer.has(word));
  return (own.length ? own : words).toReversed().join(' ') || tool.name;
}

type Place = { row: ToolEntry[]; index: number };

/** The tools of each category by what they are about; copies of a server are left out, so that none stands there twice. */
function neighbourhoods(catalogue: Catalogue): Map<ToolEntry, Place> {
  const originals = catalogue.tools.filter(({ server }) => !server.original);
  const keys = new Map(originals.map((entry) => [entry, aboutKey(entry)]));
  const places = new Map<ToolEntry, Place>();
  for (const row of Map.groupBy(originals, ({ category }) => category).values()) {
    row.sort(
      (a, b) => byText(keys.get(a) as string, keys.get(b) as string) || byText(a.server.id, b.server.id),
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
 * Finds, for a tool, the tools of its category that are about the nearest thing, each from another server. Built once; a look-up costs a few steps, whatever the size of the catalogue.
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
