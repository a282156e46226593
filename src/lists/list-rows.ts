import { byText } from '../model/by-text.ts';
import { itemOf, type ServerItem, type ToolItem } from '../search/item.ts';
import { type Facet, type Index, NONE } from '../search/prepare.ts';
import { squash } from '../search/words.ts';
import { indexKey } from '../views/words.ts';

/** Which records a list has, and what of them is wanted. The ids are those of the catalogue; empty means any. */
export interface ListQuestion {
  kind: 'tool' | 'server';
  filter?: string;
  level?: string;
  category?: string;
  topic?: string;
  /** Empty is by name. */
  sort?: string;
  /** How many rows are wanted. */
  limit: number;
}

/** One row: what a result of the search has, and the ids of its facets. */
export type ListItem = (ServerItem | ToolItem) & {
  level: string;
  category: string | undefined;
  topic: string | undefined;
  id: string;
};

export interface ListAnswer {
  items: ListItem[];
  total: number;
}

/** The records of one kind in the order of their names, with what they are filtered and sorted by. */
interface List {
  records: readonly number[];
  /** The place of the category of each record; that of a server is of its most dangerous tool. */
  category: Uint8Array;
  /** The letters and digits of a name and its server. */
  letters: string[];
}

/** The same order as that of the pages: as an index has it, then with capitals and signs, then by server. */
function byName({ names, records, owner }: Index): (a: number, b: number) => number {
  const folded = names.map(indexKey);
  const idOf = (record: number) => records.ids[owner[record] as number] as string;
  return (a, b) =>
    byText(folded[a] as string, folded[b] as string) ||
    byText(names[a] as string, names[b] as string) ||
    byText(idOf(a), idOf(b));
}

/** The categories stand most dangerous first, so the least place is the worst. */
function worstCategories({ records, servers, values }: Index): Uint8Array {
  const worst = values.category.slice();
  for (let server = 0; server < servers; server += 1)
    worst[server] = Math.min(NONE, ...[...(records.categoryOf[server] as string)].map(Number));
  return worst;
}

export function listOf(index: Index, kind: ListQuestion['kind']): List {
  const { names, servers, firstAttack, owner, records } = index;
  const [from, to] = kind === 'server' ? [0, servers] : [servers, firstAttack];
  const own = Array.from({ length: to - from }, (_, place) => from + place);
  const other = (record: number) =>
    kind === 'server' ? records.ids[record] : records.titles[owner[record] as number];
  const letters: string[] = [];
  for (const record of own)
    letters[record] = `${squash(names[record] as string)} ${squash(other(record) ?? '')}`;
  return { records: own.sort(byName(index)), category: worstCategories(index), letters };
}

/** How the records of a list are compared, by the name of the order; alike ones stay in the order of names. */
const ORDERS: Record<string, (index: Index, list: List) => (a: number, b: number) => number> = {
  risk:
    (_, { category }) =>
    (a, b) =>
      (category[a] as number) - (category[b] as number),
  server:
    ({ records, owner }) =>
    (a, b) => {
      const title = (record: number) => (records.titles[owner[record] as number] as string).toLowerCase();
      return byText(title(a), title(b));
    },
  tools:
    ({ records }) =>
    (a, b) =>
      (records.names[b] as string[]).length - (records.names[a] as string[]).length,
};

const FACETS = ['level', 'category', 'topic'] as const;

const levelOf = (index: Index, category: number): string =>
  index.records.levels[index.records.categories[category]?.level ?? NONE] ?? 'unrated';

function facetOf(index: Index, { category }: List, facet: Facet, record: number): string | undefined {
  const place = category[record] as number;
  if (facet === 'level') return levelOf(index, place);
  if (facet === 'category') return index.records.categories[place]?.id;
  return index.facets[facet][index.values[facet][record] as number];
}

function itemIn(index: Index, list: List, record: number): ListItem {
  const value = (facet: Facet) => facetOf(index, list, facet, record);
  const facets = { level: value('level') as string, category: value('category'), topic: value('topic') };
  return {
    ...itemOf(index, record),
    ...facets,
    id: index.records.ids[index.owner[record] as number] as string,
  } as ListItem;
}

/** Answers what is wanted of a list. */
export function answerOf(index: Index, list: List, question: ListQuestion): ListAnswer {
  const words = (question.filter ?? '').split(/\s+/).map(squash).filter(Boolean);
  const wanted = FACETS.flatMap((facet) => (question[facet] ? [[facet, question[facet]] as const] : []));
  const found = list.records.filter(
    (record) =>
      words.every((word) => list.letters[record]?.includes(word)) &&
      wanted.every(([facet, id]) => facetOf(index, list, facet, record) === id),
  );
  const compare = ORDERS[question.sort ?? '']?.(index, list);
  if (compare) found.sort(compare);
  return {
    items: found.slice(0, question.limit).map((record) => itemIn(index, list, record)),
    total: found.length,
  };
}
