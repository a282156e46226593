import type { ProvedDatabase } from '../attacks/database.ts';
import type { AttackMatch } from '../attacks/match.ts';
import type { ServerEntry, ToolEntry } from '../catalogue/catalogue.ts';
import { capabilityWords } from '../risk/capability-words.ts';
import { routes } from '../routes.ts';
import { signalsOf } from './attack-exposure.ts';
import { attacksWith } from './attack-filters.ts';
import { lowerFirst, plural } from './words.ts';

/** How many attacks the page of a tool or server names. */
export const SHOWN = 6;

/** An attack that concerns a tool, and what links them. */
export interface LinkedAttack {
  title: string;
  href: string;
  /** What the tool can do that the attack makes use of: the rarest of such capabilities. */
  does: string;
  /** Where it shows in the tool: a name or words of its definition; only at the first attack that it links. */
  saw: string | undefined;
  /** On the page of a server: the tool that it concerns most. */
  tool?: { name: string; href: string };
}

export interface LinkedAttacks {
  attacks: LinkedAttack[];
  /** Those not named included. */
  count: number;
  all: { text: string; href: string } | undefined;
}

type Find = Pick<ProvedDatabase, 'attacks' | 'find'>;

/** What of a match a page shows; the evidence is told once for each capability. */
function linked(
  entry: ToolEntry,
  { id, signals }: AttackMatch,
  { attacks }: Find,
  told: Set<string>,
): LinkedAttack {
  const [signal = ''] = signals;
  const evidence = entry.capabilities.find((each) => each.signal === signal)?.evidence[0];
  const key = `${entry.tool.name} ${signal}`;
  const saw = told.has(key) || !evidence?.where ? undefined : evidence.saw;
  told.add(key);
  return {
    title: attacks.get(id)?.title ?? id,
    href: routes.attack(id),
    does: lowerFirst(capabilityWords(signal).label),
    saw,
  };
}

const allOf = (count: number, shown: number, signals: readonly string[]) =>
  count > shown
    ? { text: `All ${plural(count, 'attack')} that concern it`, href: attacksWith(signals) }
    : undefined;

/** The attacks that concern a tool, best match first. */
export function attacksOfTool(entry: ToolEntry, database: Find): LinkedAttacks {
  const signals = signalsOf(entry);
  const matches = database.find({ category: entry.category, signals });
  const shown = matches.slice(0, SHOWN);
  const told = new Set<string>();
  return {
    attacks: shown.map((match) => linked(entry, match, database, told)),
    count: matches.length,
    all: allOf(matches.length, shown.length, signals),
  };
}

/** The attacks that concern any tool of a server, best match first, each with the tool that it fits best. */
export function attacksOfServer({ tools }: ServerEntry, database: Find): LinkedAttacks {
  const best = new Map<string, { match: AttackMatch; entry: ToolEntry }>();
  for (const entry of tools)
    for (const match of database.find({ category: entry.category, signals: signalsOf(entry) }))
      if (match.score > (best.get(match.id)?.match.score ?? -1)) best.set(match.id, { match, entry });
  // Array.sort is stable: of equal matches, that of the riskier tool stays first.
  const ranked = [...best.values()].sort((a, b) => b.match.score - a.match.score);
  const told = new Set<string>();
  const shown = ranked.slice(0, SHOWN).map(({ match, entry }) => ({
    ...linked(entry, match, database, told),
    tool: { name: entry.tool.name, href: routes.tool(entry.server.id, entry.slug) },
  }));
  const signals = [...new Set(tools.flatMap(signalsOf))].sort();
  return { attacks: shown, count: ranked.length, all: allOf(ranked.length, shown.length, signals) };
}
