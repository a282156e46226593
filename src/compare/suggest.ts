import { NOTHING_CHOSEN } from '../search/facets.ts';
import { answerOf, findNames } from '../search/find.ts';
import { type Item, itemOf, type ServerItem, type ToolItem } from '../search/item.ts';
import type { Index } from '../search/prepare.ts';
import { queryOf } from '../search/query.ts';
import { type Kind, MOST, subjectOf } from './state.ts';

/** What is typed, and what can be added to. */
export interface SuggestQuestion {
  text: string;
  /** Only these; both while nothing is compared yet. */
  kinds: readonly Kind[];
  /** What is there already. */
  except: readonly string[];
}

/** One thing of the catalogue to add: an item of the search and its key. */
export type Suggestion = (ServerItem | ToolItem) & { key: string };

/** As many as are seen at one glance, on a phone with its keyboard as well. */
const SHOWN = 8;
/** As many are asked for, since what is there already is left out. */
const ASKED = SHOWN + MOST;

function named(index: Index, text: string, kinds: readonly Kind[]): Item[] {
  const query = queryOf(text);
  if (!query.text) return [];
  const chosen = { ...NOTHING_CHOSEN, kind: kinds };
  return answerOf(index, findNames(index, query), { text, chosen, limit: ASKED }).items;
}

/** The tools of the server that fits best. */
function ofServer(index: Index, text: string): Item[] {
  const [server] = named(index, text, ['server']);
  if (!server) return [];
  const first = index.owner.indexOf(server.record, index.servers);
  const count = (index.records.names[server.record] as string[]).length;
  return Array.from({ length: Math.min(count, ASKED) }, (_, place) => itemOf(index, first + place));
}

const suggestion = (item: Item): Suggestion[] => {
  const subject = item.kind === 'attack' ? undefined : subjectOf(item.href);
  return subject ? [{ ...item, key: subject.key } as Suggestion] : [];
};

/**
 * What of the catalogue has the words that are typed in its name, best first; where only tools are wanted and none
 * has, the tools of a server that has.
 */
export function suggestionsOf(index: Index, { text, kinds, except }: SuggestQuestion): Suggestion[] {
  if (!kinds.length) return [];
  const found = named(index, text, kinds);
  const items = found.length || kinds.includes('server') ? found : ofServer(index, text);
  return items
    .flatMap(suggestion)
    .filter(({ key }) => !except.includes(key))
    .slice(0, SHOWN);
}
