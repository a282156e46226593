import type { ServerEntry, ToolEntry } from '../catalogue/catalogue.ts';
import { combinationsOf, type FoundCombination } from '../risk/combinations.ts';
import { recommendationOf } from './policy-view.ts';
import { type ToolLink, toolLink } from './tool-link.ts';
import { list, plural } from './words.ts';

/** More names than this in a role help nobody. */
const NAMED = 4;

/** A dangerous combination of a server's tools, as a page tells it. */
export interface CombinationView {
  id: string;
  label: string;
  also: string | undefined;
  /** What it makes possible, in one sentence. */
  possible: string;
  /** What contains it, in one sentence. */
  contains: string;
  /** What the recommended policy of the server does about it, in one sentence. */
  policy: string;
  /** Whether that policy leaves no tool for one of the roles. */
  broken: boolean;
  roles: { does: string; tools: ToolLink[]; more: string | undefined }[];
}

const isDenied = (entry: ToolEntry): boolean => recommendationOf(entry).stance === 'denied';

function policySays({ roles }: FoundCombination<ToolEntry>): Pick<CombinationView, 'policy' | 'broken'> {
  const gone = roles.filter(({ tools }) => tools.every(isDenied)).map(({ does }) => does);
  return gone.length > 0
    ? {
        broken: true,
        policy: `The policy on this page breaks it: every tool that ${list(gone, 'or')} is denied.`,
      }
    : {
        broken: false,
        policy:
          'The policy on this page slows it down and does not break it: each part still has a tool that is allowed.',
      };
}

const viewOf = (found: FoundCombination<ToolEntry>): CombinationView => {
  const { id, label, also, possible, contains } = found.combination;
  return {
    id,
    label,
    also,
    possible,
    contains,
    ...policySays(found),
    roles: found.roles.map(({ does, tools }) => ({
      does,
      tools: tools.slice(0, NAMED).map(toolLink),
      more: tools.length > NAMED ? plural(tools.length - NAMED, 'more tool') : undefined,
    })),
  };
};

/** The dangerous combinations that the tools of a server make, the most dangerous first. */
export const combinationsView = ({ tools }: ServerEntry): CombinationView[] =>
  combinationsOf(tools).map(viewOf);
