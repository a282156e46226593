import type { AttackFinder, AttackMatch, ExposedTool } from './match.ts';

/** The tools that an attack concerns. */
export interface Exposure<T> {
  /** How many there are. */
  count: number;
  /** The most exposed of them, best match first; of equals, those whose kind came first. */
  tools: readonly { tool: T; signals: readonly string[] }[];
}

interface Alike<T> {
  match: AttackMatch;
  tools: T[];
}

/** The tools of each list of matches: tools that are alike share one list, so few lists serve all of them. */
const byList = <T extends ExposedTool>(tools: Iterable<T>, find: AttackFinder) =>
  Map.groupBy(tools, (tool) => find(tool));

function firstOf<T>(groups: readonly Alike<T>[], max: number): Exposure<T>['tools'] {
  const found: { tool: T; signals: readonly string[] }[] = [];
  for (const { match, tools } of groups) {
    if (found.length === max) break;
    for (const tool of tools.slice(0, max - found.length)) found.push({ tool, signals: match.signals });
  }
  return found;
}

/**
 * For every attack that concerns a tool, how many tools it concerns, and the most exposed of them.
 *
 * @param max How many tools to name for each attack.
 */
export function exposureOf<T extends ExposedTool>(
  tools: Iterable<T>,
  find: AttackFinder,
  max: number,
): ReadonlyMap<string, Exposure<T>> {
  const pairs = [...byList(tools, find)].flatMap(([matches, alike]) =>
    matches.map((match) => ({ match, tools: alike })),
  );
  const byAttack = Map.groupBy(pairs, ({ match }) => match.id);
  return new Map(
    [...byAttack].map(([id, groups]) => [
      id,
      {
        count: groups.reduce((sum, group) => sum + group.tools.length, 0),
        tools: firstOf(
          // Array.sort is stable: of equal matches, the kind of tool that came first stays first.
          groups.sort((one, other) => other.match.score - one.match.score),
          max,
        ),
      },
    ]),
  );
}
