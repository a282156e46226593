import type { Catalogue, ServerEntry, ToolEntry } from '../catalogue/catalogue.ts';
import { CATEGORIES, LEVELS } from '../catalogue/taxonomy.ts';
import type { Attack } from '../model/attack.ts';
import { byText } from '../model/by-text.ts';
import { attackRecords, attacksInOrder, attackText } from './attack-records.ts';
import type { Records } from './records.ts';
import { spaced } from './words.ts';

/** All that can be found. */
export interface Searched {
  catalogue: Catalogue;
  attacks: readonly Attack[];
}

/** Originals first, then what more sources list, then the alphabet. */
const byFame = (a: ServerEntry, b: ServerEntry) =>
  Number(a.original !== undefined) - Number(b.original !== undefined) ||
  b.server.sources.length - a.server.sources.length ||
  byText(a.id, b.id);

/** The servers in the order of their records. */
export const serversInOrder = (catalogue: Catalogue): ServerEntry[] =>
  [...catalogue.servers.values()].sort(byFame);

const placeIn = (ids: readonly string[]): Map<string, number> =>
  new Map(ids.map((id, place) => [id, place] as const));

/** The records of all that can be found. `text` names the folder of the full-text index. */
export function recordsOf({ catalogue, attacks }: Searched, text: string): Records {
  const servers = serversInOrder(catalogue);
  const topics = [...new Set(servers.flatMap(({ server }) => server.topic ?? []))].sort();
  const topicPlace = placeIn(topics);
  const categoryPlace = placeIn(CATEGORIES.map(({ id }) => id));
  const levelPlace = placeIn(LEVELS.map(({ id }) => id));
  const firstCopy = servers.findIndex(({ original }) => original);
  return {
    text,
    levels: LEVELS.map(({ id }) => id),
    categories: CATEGORIES.map(({ id, level }) => ({ id, level: levelPlace.get(level) as number })),
    topics,
    firstCopy: firstCopy < 0 ? servers.length : firstCopy,
    ids: servers.map(({ id }) => id),
    titles: servers.map(({ server }) => server.title),
    topicOf: servers.map(({ server }) => topicPlace.get(server.topic ?? '') ?? -1),
    names: servers.map(({ tools }) => tools.map(({ tool }) => tool.name)),
    categoryOf: servers.map(({ tools }) =>
      tools.map(({ category }) => categoryPlace.get(category) as number).join(''),
    ),
    attacks: attackRecords(attacksInOrder(attacks)),
  };
}

const text = (...pieces: (string | undefined)[]): string => pieces.filter(Boolean).join('. ');

const serverText = ({ id, server }: ServerEntry): string =>
  text(server.title, spaced(id), server.package.name, server.summary);

const parameterNames = ({ tool }: ToolEntry): string[] => {
  const properties = tool.inputSchema?.properties;
  return properties && typeof properties === 'object' && !Array.isArray(properties)
    ? Object.keys(properties)
    : [];
};

const toolText = (entry: ToolEntry): string =>
  text(
    spaced(entry.tool.name),
    entry.tool.title,
    entry.tool.summary,
    entry.server.server.title,
    parameterNames(entry).map(spaced).join(' '),
  );

/** Our sentence on each record, in the order of the records; empty where there is none. */
export function sentencesOf({ catalogue, attacks }: Searched): string[] {
  const servers = serversInOrder(catalogue);
  const tools = servers.flatMap((entry) => entry.tools.map(({ tool }) => tool.summary ?? ''));
  const ofAttacks = attacksInOrder(attacks).map(({ summary }) => summary);
  return [...servers.map(({ server }) => server.summary ?? ''), ...tools, ...ofAttacks];
}

/**
 * What the full-text index reads of each record, in the order of the records: names, our sentences, the
 * names of parameters, the prose on attacks. The authors' texts are left out, also where a build has them.
 */
export function textsOf({ catalogue, attacks }: Searched): string[] {
  const servers = serversInOrder(catalogue);
  const tools = servers.flatMap((server) => server.tools.map(toolText));
  return [...servers.map(serverText), ...tools, ...attacksInOrder(attacks).map(attackText)];
}
