import type { ProvedDatabase } from '../attacks/database.ts';
import type { AttackMatch } from '../attacks/match.ts';
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

/** Attacks one after the other that make use of the same capability; of several, the rarest counts. */
export interface LinkedGroup {
  signal: string;
  label: string;
  href: string;
  /** Where it shows in the tool: a name or words of its definition. */
  saw: string | undefined;
  attacks: LinkedAttack[];
}

export interface LinkedAttacks {
  /** Best match first. */
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

const linkingSignal = ({ match }: Found) => match.signals[0] ?? '';

/** The words or the name in which a capability shows; a category alone is told elsewhere on the page. */
const sawIn = ({ capabilities }: ToolEntry, signal: string) =>
  capabilities.find((each) => each.signal === signal)?.evidence.find(({ where }) => where)?.saw;

function groupsOf(found: readonly Found[], { attacks }: Find, ofServer: boolean): LinkedGroup[] {
  const groups: LinkedGroup[] = [];
  for (const each of found) {
    const { entry, match } = each;
    const signal = linkingSignal(each);
    if (groups.at(-1)?.signal !== signal) {
      const saw = ofServer ? undefined : sawIn(entry, signal);
      groups.push({
        signal,
        label: capabilityWords(signal).label,
        href: routes.attackSignal(signal),
        saw,
        attacks: [],
      });
    }
    groups.at(-1)?.attacks.push({
      title: attacks.get(match.id)?.title ?? match.id,
      href: routes.attack(match.id),
      tool: ofServer ? { name: entry.tool.name, href: routes.tool(entry.server.id, entry.slug) } : undefined,
    });
  }
  return groups;
}

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

/** The attacks that concern a tool, best match first. */
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

/** The attacks that concern any tool of a server, best match first, each with the tool that it fits best. */
export function attacksOfServer({ tools }: ServerEntry, database: Find): LinkedAttacks {
  const best = new Map<string, Found>();
  for (const entry of tools)
    for (const match of database.find({ category: entry.category, signals: signalsOf(entry) }))
      if (match.score > (best.get(match.id)?.match.score ?? -1)) best.set(match.id, { match, entry });
  // Array.sort is stable: of equal matches, that of the riskier tool stays first.
  const ranked = [...best.values()].sort((a, b) => b.match.score - a.match.score);
  return linkedAttacks(ranked, database, [...new Set(tools.flatMap(signalsOf))].sort(), true);
}
