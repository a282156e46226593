import type { Attack, Severity } from '../model/attack.ts';
import type { CategoryId } from '../model/category.ts';

/** What of a tool decides which attacks concern it. */
export interface ExposedTool {
  /** Its risk category. */
  category: CategoryId;
  /** The ids of its capability signals. */
  signals: readonly string[];
}

/** An attack that concerns a tool. */
export interface AttackMatch {
  id: string;
  /** The signals that link them, the rarest among attacks first. */
  signals: readonly string[];
  /** How well they fit; only comparable within one list. */
  score: number;
}

/**
 * Finds the attacks that concern a tool: the best match of each signal that it shows, then the others, each part
 * best match first. The same list object serves all tools that are alike.
 */
export type AttackFinder = (tool: ExposedTool) => readonly AttackMatch[];

/** An attack that uses tools of other categories than this one fits half as well. */
const OTHER_CATEGORY = 0.5;
/** A general method concerns any tool with its signals; an incident or a flaw concerns others than its own by analogy. */
const GENERAL_METHOD = 1.25;
const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

interface Entry {
  attack: Attack;
  /** The sum of the weights of all its signals, those included that only a server can show. */
  total: number;
}

/**
 * How much a signal says: the logarithm of all attacks over those that have it (inverse document frequency,
 * Spärck Jones 1972), so that one that every attack has says nothing.
 */
function weightsOf(attacks: readonly Attack[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { signals } of attacks)
    for (const signal of signals) counts.set(signal, (counts.get(signal) ?? 0) + 1);
  return new Map([...counts].map(([signal, count]) => [signal, Math.log(attacks.length / count)]));
}

const sum = (signals: readonly string[], weights: ReadonlyMap<string, number>) =>
  signals.reduce((total, signal) => total + (weights.get(signal) ?? 0), 0);

/** Rounded, so that the order of additions cannot decide between equals. */
const rounded = (score: number) => Math.round(score * 1e6) / 1e6;

function bestFirst(entries: ReadonlyMap<string, Entry>) {
  const rank = (id: string) => SEVERITIES.indexOf(entries.get(id)?.attack.severity ?? 'low');
  return (one: AttackMatch, other: AttackMatch) =>
    other.score - one.score || rank(one.id) - rank(other.id) || (one.id < other.id ? -1 : 1);
}

/** The signal that links an attack and a tool first of all: of several the rarest. */
export const leadingSignal = ({ signals }: AttackMatch): string => signals[0] ?? '';

/**
 * Gives every leading signal a turn, so that a list that is cut short shows more than the strongest of them: the best
 * match under each signal comes first, then all others. The order within both parts stays, and so does the first match.
 */
export function inTurns<T>(ranked: readonly T[], matchOf: (item: T) => AttackMatch): T[] {
  const bySignal = Map.groupBy(ranked, (item) => leadingSignal(matchOf(item)));
  const firsts = new Set([...bySignal.values()].map(([first]) => first as T));
  return [...firsts, ...ranked.filter((item) => !firsts.has(item))];
}

/**
 * Builds the index once; a lookup costs a map access for every tool but the first of its kind. The score is the
 * weight of the shared signals, times the part of the attack's own signals that they are; less where the attack
 * uses tools of other categories, more where it is a general method. Equals stand by severity, then by id. The signals
 * then have their turns, see `inTurns`.
 */
export function attackFinder(attacks: Iterable<Attack>): AttackFinder {
  const all = [...attacks];
  const weights = weightsOf(all);
  const entries = new Map(all.map((attack) => [attack.id, { attack, total: sum(attack.signals, weights) }]));
  const bySignal = Map.groupBy(
    all.flatMap(({ id, signals }) => signals.map((signal) => ({ signal, id }))),
    ({ signal }) => signal,
  );

  const find = ({ category, signals }: ExposedTool): AttackMatch[] => {
    const shared = Map.groupBy(
      signals.flatMap((signal) => bySignal.get(signal) ?? []),
      ({ id }) => id,
    );
    const ranked = [...shared]
      .map(([id, links]) => {
        const { attack, total } = entries.get(id) as Entry;
        const linking = links
          .map(({ signal }) => signal)
          .sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0) || (a < b ? -1 : 1));
        const weight = sum(linking, weights);
        const fit =
          (attack.toolCategories.includes(category) ? 1 : OTHER_CATEGORY) *
          (attack.kind === 'technique' ? GENERAL_METHOD : 1);
        return { id, signals: linking, score: rounded((weight * weight * fit) / (total || 1)) };
      })
      .sort(bestFirst(entries));
    return inTurns(ranked, (match) => match);
  };

  const found = new Map<string, readonly AttackMatch[]>();
  return (tool) => {
    const signals = [...new Set(tool.signals)].sort();
    const key = [tool.category, ...signals].join(' ');
    const known = found.get(key) ?? Object.freeze(find({ category: tool.category, signals }));
    found.set(key, known);
    return known;
  };
}
