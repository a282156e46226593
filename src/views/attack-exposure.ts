import type { ProvedDatabase } from '../attacks/database.ts';
import { type Exposure, exposureOf } from '../attacks/exposure.ts';
import type { ExposedTool } from '../attacks/match.ts';
import type { Catalogue, ToolEntry } from '../catalogue/catalogue.ts';
import { byText } from '../model/by-text.ts';
import { capabilityWords } from '../risk/capability-words.ts';
import { type ToolLink, toolLink } from './tool-link.ts';

/** How many tools a page names. */
const SHOWN = 12;

/** A tool that an attack concerns, with what links them. */
export interface ExposedLink extends ToolLink {
  signals: string[];
}

export interface ExposureView {
  count: number;
  tools: ExposedLink[];
}

/** The ids of the capabilities that show in a tool. */
export const signalsOf = ({ capabilities }: ToolEntry): string[] => capabilities.map(({ signal }) => signal);

const isOriginal = ({ server }: ToolEntry) => !server.original;

/**
 * One tool of each server first, then a second one of each; servers that more sources list stand before others.
 * `kindOf` says which tools are alike: only those stand one behind the other.
 */
function mixed<T>(tools: readonly T[], entryOf: (tool: T) => ToolEntry, kindOf: (tool: T) => unknown): T[] {
  const seen = new Map<unknown, Map<string, number>>();
  const placed = tools.map((tool) => {
    const entry = entryOf(tool);
    const kind = kindOf(tool);
    const counts = seen.get(kind) ?? new Map<string, number>();
    seen.set(kind, counts);
    const turn = counts.get(entry.server.id) ?? 0;
    counts.set(entry.server.id, turn + 1);
    return { tool, turn, fame: entry.server.server.sources.length, id: entry.server.id };
  });
  return placed
    .sort((a, b) => a.turn - b.turn || b.fame - a.fame || byText(a.id, b.id))
    .map(({ tool }) => tool);
}

type Candidate = ExposedTool & { entry: ToolEntry };

const linkOf = ({ tool, signals }: Exposure<Candidate>['tools'][number]): ExposedLink => ({
  ...toolLink(tool.entry),
  signals: signals.map((id) => capabilityWords(id).label),
});

/** For every attack, the tools that it concerns; copies of servers are left out. Built once for a catalogue. */
export function exposures(catalogue: Catalogue, { find }: ProvedDatabase): ReadonlyMap<string, ExposureView> {
  const candidates: Candidate[] = catalogue.tools
    .filter(isOriginal)
    .map((entry) => ({ entry, category: entry.category, signals: signalsOf(entry) }));
  const ordered = mixed(candidates, ({ entry }) => entry, find);
  return new Map(
    [...exposureOf(ordered, find, SHOWN)].map(([id, { count, tools }]) => [
      id,
      { count, tools: tools.map(linkOf) },
    ]),
  );
}

/** The tools in which each capability shows: how many, and some of them; copies of servers are left out. */
export function toolsBySignal({
  tools,
}: Catalogue): ReadonlyMap<string, { all: ToolEntry[]; shown: ToolLink[] }> {
  const pairs = tools
    .filter(isOriginal)
    .flatMap((entry) => signalsOf(entry).map((signal) => ({ entry, signal })));
  return new Map(
    [...Map.groupBy(pairs, ({ signal }) => signal)].map(([signal, members]) => {
      const all = members.map(({ entry }) => entry);
      const shown = mixed(
        all,
        (entry) => entry,
        () => signal,
      ).slice(0, SHOWN);
      return [signal, { all, shown: shown.map(toolLink) }];
    }),
  );
}
