import table from '../../content/taxonomy/combinations.json' with { type: 'json' };
import type { Combination, Combinations } from './taxonomy.ts';

const { combinations } = table as Combinations;

/** A tool with the capabilities that show in it. */
interface Capable {
  readonly capabilities: readonly { readonly signal: string }[];
}

/** A combination that some tools make, with the tools of each role. */
export interface FoundCombination<Tool> {
  combination: Combination;
  roles: { does: string; tools: Tool[] }[];
}

/** The dangerous combinations that tools of one server make, the most dangerous first; tools keep their order. */
export function combinationsOf<Tool extends Capable>(tools: readonly Tool[]): FoundCombination<Tool>[] {
  return combinations.flatMap((combination) => {
    const roles = combination.roles.map(({ does, signals }) => ({
      does,
      tools: tools.filter(({ capabilities }) => capabilities.some(({ signal }) => signals.includes(signal))),
    }));
    return roles.every((role) => role.tools.length > 0) ? [{ combination, roles }] : [];
  });
}
