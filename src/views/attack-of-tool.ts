import type { ProvedDatabase } from '../attacks/database.ts';
import { type AttackMatch, inTurns, leadingSignal } from '../attacks/match.ts';
import type { ServerEntry, ToolEntry } from '../catalogue/catalogue.ts';
import { capabilityWords } from '../risk/capability-words.ts';
import { routes } from '../routes.ts';
import { signalsOf } from './attack-exposure.ts';
import { attacksWith } from './attack-filters.ts';
import { plural } from './words.ts';

/** How many attacks the page of a tool or server names. */
const SHOWN = 6;

/** An attack that concerns a tool. */
export interface LinkedAttack {
  title: string;
  href: string;
  /** On the page of a server: the tool that it concerns most. */
  tool: { name: string; href: string } | undefined;
}

/** Attacks that make use of the same capability; of several, the rarest counts. */
export interface LinkedGroup {
  signal: string;
  label: string;
  href: string;
  /** Where it shows in the tool: a name or words of its definition. */
  saw: string | undefined;
  attacks: LinkedAttack[];
}

export interface LinkedAttacks {
  /** That with the best match first, and so within each. */
  groups: LinkedGroup[];
  /** Those not named included. */
  count: number;
  all: { text: string; href: string } | undefined;
}

type Find = Pick<ProvedDatabase, 'attacks' | 'find'>;

interface Found {
  entry: ToolEntry;
  match: AttackMatch;
}

/** The words or the name in which a capability shows; a category alone is told elsewhere on the page. */
const sawIn = ({ capabilities }: ToolEntry, signal: string) =>
  capabilities.find((each) => each.signal === signal)?.evidence.find(({ where }) => where)?.saw;

const attackLink = ({ entry, match }: Found, { attacks }: Find, ofServer: boolean): LinkedAttack => ({
  title: attacks.get(match.id)?.title ?? match.id,
  href: routes.attack(match.id),
  tool: ofServer ? { name: entry.tool.name, href: routes.tool(entry.server.id, entry.slug) } : undefined,
});

const groupsOf = (found: readonly Found[], database: Find, ofServer: boolean): LinkedGroup[] =>
  [...Map.groupBy(found, ({ match }) => leadingSignal(match))].map(([signal, linked]) => ({
    signal,
    label: capabilityWords(signal).label,
    href: routes.attackSignal(signal),
    saw: ofServer ? undefined : sawIn((linked[0] as Found).entry, signal),
    attacks: linked.map((each) => attackLink(each, database, ofServer)),
  }));

function linkedAttacks(
  found: readonly Found[],
  database: Find,
  signals: readonly string[],
  ofServer: boolean,
): LinkedAttacks {
  const count = found.length;
  return {
    groups: groupsOf(found.slice(0, SHOWN), database, ofServer),
    count,
    all:
      count > SHOWN
        ? { text: `All ${plural(count, 'attack')} that concern it`, href: attacksWith(signals) }
        : undefined,
  };
}

/** The attacks that concern a tool: the best match of each capability, then further ones. */
export function attacksOfTool(entry: ToolEntry, database: Find): LinkedAttacks {
  const signals = signalsOf(entry);
  const matches = database.find({ category: entry.category, signals });
  return linkedAttacks(
    matches.map((match) => ({ entry, match })),
    database,
    signals,
    false,
  );
}

/** The attacks that concern any tool of a server, in the same order, each with the tool that it fits best. */
export function attacksOfServer({ tools }: ServerEntry, database: Find): LinkedAttacks {
  const best = new Map<string, Found>();
  for (const entry of tools)
    for (const match of database.find({ category: entry.category, signals: signalsOf(entry) }))
      if (match.score > (best.get(match.id)?.match.score ?? -1)) best.set(match.id, { match, entry });
  // Array.sort is stable: of equal matches, that of the riskier tool stays first.
  const ranked = [...best.values()].sort((a, b) => b.match.score - a.match.score);
  const inOrder = inTurns(ranked, ({ match }) => match);
  return linkedAttacks(inOrder, database, [...new Set(tools.flatMap(signalsOf))].sort(), true);
}
