import type { ServerEntry } from '../catalogue/catalogue.ts';
import { levelWords, topicLabel } from '../catalogue/taxonomy.ts';
import type { LevelId } from '../model/category.ts';
import { routes } from '../routes.ts';
import { plural, sentence } from './words.ts';

/** A server in a list. */
export interface ServerLink {
  id: string;
  title: string;
  href: string;
  summary: string | undefined;
  tools: string;
  /** The level of its most dangerous tool. */
  level: LevelId;
  levelWord: string;
  topic: string | undefined;
}

/** Tools stand riskiest first, so the first one gives the level of the server. */
export const worstOf = ({ tools }: ServerEntry): LevelId => tools[0]?.level ?? 'unrated';

export const serverLink = (entry: ServerEntry): ServerLink => ({
  id: entry.id,
  title: entry.server.title,
  href: routes.server(entry.id),
  summary: entry.server.summary && sentence(entry.server.summary),
  tools: plural(entry.tools.length, 'tool'),
  level: worstOf(entry),
  levelWord: levelWords(worstOf(entry)).word,
  topic: entry.server.topic && topicLabel(entry.server.topic),
});
