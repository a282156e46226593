import type { Severity, Verdict } from '../model/attack.ts';
import type { CategoryId, LevelId } from '../model/category.ts';
import { routes } from '../routes.ts';

/** The attacks, each at one place in every list. */
export interface AttackRecords {
  severities: readonly Severity[];
  verdicts: readonly Verdict[];
  ids: string[];
  titles: string[];
  /** The affected products of each: further words to find it by. */
  products: string[];
  /** The ids of the advisories on each, separated by spaces. */
  advisories: string[];
  /** Its ids in frameworks, separated by spaces. */
  mappings: string[];
  /** One digit an attack: the place of its severity in `severities`. */
  severityOf: string;
  /** The same of its verdict in `verdicts`. */
  verdictOf: string;
}

/**
 * What a browser needs to know of every server, tool and attack to find them by name and to count facets: one
 * JSON document, gzipped. A record's number is its place: the servers first, then the tools, server by server,
 * and the attacks last. The order is also the order of records that match alike: originals before copies, then what more sources
 * list, then the alphabet.
 */
export interface Records {
  /** The folder of the full-text index that was built with these records. */
  text: string;
  levels: LevelId[];
  /** The categories, each with the place of its level in `levels`. */
  categories: { id: CategoryId; level: number }[];
  topics: string[];
  /** Servers from this place on are copies of another. */
  firstCopy: number;
  ids: string[];
  titles: string[];
  /** The place of each server's topic in `topics`; -1 where it has none. */
  topicOf: number[];
  /** The names of the tools of each server. */
  names: string[][];
  /** For each server one digit a tool: the place of its category in `categories`. */
  categoryOf: string[];
  attacks: AttackRecords;
}

/** The folder of the search's data. */
export const DATA = `${routes.search}data/`;
/** `Records`, gzipped. The name stays the same: it is asked for anew each time and names all other files. */
export const RECORDS = `${DATA}records.bin`;

/** How many sentences one file holds. */
const CHUNK = 32;
/** The file of a record's sentence, in the folder of the full-text index, and its place in that file. */
export const sentenceFile = (record: number): string => `sentences/${Math.floor(record / CHUNK)}.bin`;
export const sentencePlace = (record: number): number => record % CHUNK;

/** The address of a record's fragment in the full-text index: its number in base 36. */
export const keyOf = (record: number): string => record.toString(36);
export const recordOf = (key: string): number => Number.parseInt(key, 36);
