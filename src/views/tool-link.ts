import type { ToolEntry } from '../catalogue/catalogue.ts';
import { levelWords } from '../catalogue/taxonomy.ts';
import type { LevelId } from '../model/category.ts';
import { routes } from '../routes.ts';

/** A tool in a list: enough to know whether to open it. */
export interface ToolLink {
  name: string;
  href: string;
  level: LevelId;
  levelWord: string;
  server: string;
  summary: string | undefined;
}

export const toolLink = ({ tool, server, slug, level }: ToolEntry): ToolLink => ({
  name: tool.name,
  href: routes.tool(server.id, slug),
  level,
  levelWord: levelWords(level).word,
  server: server.server.title,
  summary: tool.summary,
});
