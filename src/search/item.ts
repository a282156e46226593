import type { LevelId } from '../model/category.ts';
import { slugsOf } from '../model/slug.ts';
import { routes } from '../routes.ts';
import type { Index } from './prepare.ts';

interface Common {
  /** The number of the record. */
  record: number;
  name: string;
  href: string;
  /** Whether the server is a copy of another. */
  copy: boolean;
}

/** One result, with all that a row of the list shows. The texts are the catalogue's and not to be trusted. */
export type Item = Common &
  ({ kind: 'server'; tools: number } | { kind: 'tool'; server: string; level: LevelId });

function serverItem({ records }: Index, server: number): Item {
  return {
    record: server,
    kind: 'server',
    name: records.titles[server] as string,
    href: routes.server(records.ids[server] as string),
    tools: (records.names[server] as string[]).length,
    copy: server >= records.firstCopy,
  };
}

/** The place of a tool's slug among those of its server. */
const firstOf = (index: Index, record: number): number => {
  let first = record;
  while (first > index.servers && index.owner[first - 1] === index.owner[record]) first -= 1;
  return first;
};

function toolItem(index: Index, record: number): Item {
  const { records } = index;
  const server = index.owner[record] as number;
  const slugs = slugsOf(records.names[server] as string[]);
  return {
    record,
    kind: 'tool',
    name: index.names[record] as string,
    href: routes.tool(records.ids[server] as string, slugs[record - firstOf(index, record)] as string),
    server: records.titles[server] as string,
    level: records.levels[index.values.level[record] as number] as LevelId,
    copy: server >= records.firstCopy,
  };
}

/** What is shown of a record. */
export const itemOf = (index: Index, record: number): Item =>
  record < index.servers ? serverItem(index, record) : toolItem(index, record);
