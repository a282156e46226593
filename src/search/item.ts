import type { Severity, Verdict } from '../model/attack.ts';
import type { LevelId } from '../model/category.ts';
import { slugsOf } from '../model/slug.ts';
import { routes } from '../routes.ts';
import { type Index, type Kind, kindOf } from './prepare.ts';

interface Common {
  /** The number of the record. */
  record: number;
  name: string;
  href: string;
}

interface OfCatalogue extends Common {
  /** Whether the server is a copy of another. */
  copy: boolean;
}

export type ServerItem = OfCatalogue & { kind: 'server'; tools: number };
export type ToolItem = OfCatalogue & { kind: 'tool'; server: string; level: LevelId };
export type AttackItem = Common & {
  kind: 'attack';
  severity: Severity;
  verdict: Verdict;
  /** The ids of the advisories on it. */
  advisories: string[];
};

/** One result, with all that a row of the list shows. The texts are the catalogue's and not to be trusted. */
export type Item = ServerItem | ToolItem | AttackItem;

function serverItem({ records }: Index, server: number): ServerItem {
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

function toolItem(index: Index, record: number): ToolItem {
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

function attackItem({ records, firstAttack }: Index, record: number): AttackItem {
  const { attacks } = records;
  const place = record - firstAttack;
  return {
    record,
    kind: 'attack',
    name: attacks.titles[place] as string,
    href: routes.attack(attacks.ids[place] as string),
    severity: attacks.severities[Number(attacks.severityOf[place])] as Severity,
    verdict: attacks.verdicts[Number(attacks.verdictOf[place])] as Verdict,
    advisories: (attacks.advisories[place] as string).split(' ').filter(Boolean),
  };
}

const ITEMS: Record<Kind, (index: Index, record: number) => Item> = {
  server: serverItem,
  tool: toolItem,
  attack: attackItem,
};

/** What is shown of a record. */
export const itemOf = (index: Index, record: number): Item => ITEMS[kindOf(index, record)](index, record);
