import type { Records } from './records.ts';
import { mostFrequent, Vocabulary, type Word } from './vocabulary.ts';
import { fold, squash, squashedTitle } from './words.ts';

/** The facets by which results can be narrowed. */
export const FACETS = ['level', 'category', 'topic', 'severity', 'kind'] as const;
export type Facet = (typeof FACETS)[number];
/** The values of the facet `kind`, in the order of their numbers. */
export const KINDS = ['tool', 'server', 'attack'] as const;
export type Kind = (typeof KINDS)[number];
/** A value of each facet, made by a function of the facet. */
export const perFacet = <T>(make: (facet: Facet) => T): Record<Facet, T> => ({
  level: make('level'),
  category: make('category'),
  topic: make('topic'),
  severity: make('severity'),
  kind: make('kind'),
});
/** A record has no value in a facet: a server has no level of its own, an attack a severity and no level. */
export const NONE = 255;

/** The records made ready to be searched. A record is its number: servers first, then tools, then attacks. */
export interface Index {
  records: Records;
  /** How many records there are, and how many of them are servers. */
  size: number;
  servers: number;
  /** The record of the first attack; as many as there are where there is none. */
  firstAttack: number;
  /** The title of a server or attack, the name of a tool. */
  names: string[];
  /** The name without separators and capitals. */
  squashed: string[];
  /** The same for the ids of the servers. */
  squashedIds: string[];
  /** For each attack, in the same form, its own id and those that advisories and frameworks know it by. */
  codes: string[][];
  /** The server of each record; an attack is its own. */
  owner: Uint32Array;
  /** How many words the name has. */
  words: Uint8Array;
  /**
   * The place of each record in the order of those that match alike, and back: by server, a server before
   * its tools, and the attacks last. The servers and the attacks stand in that order already.
   */
  rank: Uint32Array;
  ranked: Uint32Array;
  /**
   * Every word of the names, sorted; how it is written; and the records whose name has it. The id of server
   * `n` stands for a record of its own, `size + n`. The words of an attack's id and products are its name's.
   */
  vocabulary: string[];
  written: string[];
  postings: number[][];
  /** The words that are only written with humps (`createIssue`), so that nobody need know them as one. */
  humped: boolean[];
  /** The value of each record in each facet, or `NONE`. */
  values: Record<Facet, Uint8Array>;
  /** The ids of the values of each facet. */
  facets: Record<Facet, readonly string[]>;
}

const columns = (size: number): Record<Facet, Uint8Array> => perFacet(() => new Uint8Array(size).fill(NONE));

/** What is filled record by record. */
interface Draft extends Pick<Index, 'owner' | 'words' | 'values'> {
  known: Vocabulary;
}

function addServers({ titles, ids, topicOf }: Records, { owner, words, values, known }: Draft): void {
  for (const [server, title] of titles.entries()) {
    const topic = topicOf[server] as number;
    owner[server] = server;
    values.kind[server] = KINDS.indexOf('server');
    if (topic >= 0) values.topic[server] = topic;
    words[server] = known.addName(title, server).runs;
  }
  for (const [server, id] of ids.entries()) known.addName(id, owner.length + server);
}

/** Adds the tools of all servers, from a record on, and gives the record after the last. */
function addTools(
  { names, categories, categoryOf }: Records,
  { owner, words, values, known }: Draft,
  first: number,
): number {
  let record = first;
  for (const [server, tools] of names.entries())
    for (const [place, name] of tools.entries()) {
      const category = Number(categoryOf[server]?.[place]);
      owner[record] = server;
      values.kind[record] = KINDS.indexOf('tool');
      values.category[record] = category;
      values.level[record] = categories[category]?.level ?? NONE;
      values.topic[record] = values.topic[server] as number;
      words[record] = known.addName(name, record).parts;
      record += 1;
    }
  return record;
}

function addAttacks({ attacks }: Records, { owner, words, values, known }: Draft, first: number): void {
  for (const [place, title] of attacks.titles.entries()) {
    const record = first + place;
    owner[record] = record;
    values.kind[record] = KINDS.indexOf('attack');
    values.severity[record] = Number(attacks.severityOf[place]);
    words[record] = known.addName(title, record, true).runs;
    known.addName(`${attacks.ids[place]} ${attacks.products[place]}`, record, true);
  }
}

/** The squashed forms of the ids that name an attack as a whole. */
const codesOf = ({ ids, advisories, mappings }: Records['attacks']): string[][] =>
  ids.map((id, place) =>
    [id, ...`${advisories[place]} ${mappings[place]}`.split(' ').filter(Boolean)].map(squash),
  );

/** The records server by server, each before its tools, and behind them the attacks in their order. */
function inServers(owner: Uint32Array, servers: number): Uint32Array {
  const ranked = new Uint32Array(owner.length);
  let place = 0;
  let tool = servers;
  for (let server = 0; server < servers; server += 1) {
    ranked[place++] = server;
    while (owner[tool] === server) ranked[place++] = tool++;
  }
  while (place < owner.length) ranked[place++] = tool++;
  return ranked;
}

/** The place of each value in a list of all of them. */
function placesOf(ranked: Uint32Array): Uint32Array {
  const places = new Uint32Array(ranked.length);
  for (const [place, value] of ranked.entries()) places[value] = place;
  return places;
}

/** Makes the records ready. Takes about 0.1 s for 35,000 of them. */
export function prepare(records: Records): Index {
  const servers = records.ids.length;
  const names = [...records.titles, ...records.names.flat(), ...records.attacks.titles];
  const size = names.length;
  const draft: Draft = {
    owner: new Uint32Array(size),
    words: new Uint8Array(size),
    values: columns(size),
    known: new Vocabulary(),
  };
  addServers(records, draft);
  const firstAttack = addTools(records, draft, servers);
  addAttacks(records, draft, firstAttack);
  const { known, ...filled } = draft;
  const ranked = inServers(filled.owner, servers);
  const vocabulary = [...known.keys()].sort();
  const entries = vocabulary.map((word) => known.get(word) as Word);
  return {
    ...filled,
    records,
    size,
    servers,
    firstAttack,
    names,
    squashed: names.map((name, each) => (each < servers ? squashedTitle(name) : squash(name))),
    squashedIds: records.ids.map(squash),
    codes: codesOf(records.attacks),
    rank: placesOf(ranked),
    ranked,
    vocabulary,
    written: entries.map(mostFrequent),
    postings: entries.map((word) => word.records),
    humped: entries.map(({ humped }) => humped),
    facets: {
      level: records.levels,
      category: records.categories.map(({ id }) => id),
      topic: records.topics,
      severity: records.attacks.severities,
      kind: KINDS,
    },
  };
}

/** What a record is. */
export const kindOf = (index: Index, record: number): Kind =>
  KINDS[index.values.kind[record] as number] as Kind;

/** A name as it is compared with a query letter by letter. */
export const plainName = (index: Index, record: number): string => fold(index.names[record] as string).trim();
