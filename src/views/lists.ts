import type { Catalogue, ServerEntry, ToolEntry } from '../catalogue/catalogue.ts';
import { CATEGORIES, LEVELS, TOPICS } from '../catalogue/taxonomy.ts';
import { byText } from '../model/by-text.ts';
import type { CategoryId, LevelId } from '../model/category.ts';
import type { ServerFacts } from '../model/server.ts';
import type { CategoryWords, LevelWords } from '../model/taxonomy.ts';
import { routes } from '../routes.ts';
import { type Page, pagesOf } from './paging.ts';
import { type ServerLink, serverLink } from './server-link.ts';
import { type ToolLink, toolLink } from './tool-link.ts';
import { indexKey } from './words.ts';

/** Items a page: about 50 kB of HTML. */
const TOOLS_A_PAGE = 200;
const SERVERS_A_PAGE = 100;
const UNSCANNED_A_PAGE = 500;

const byName = (a: ToolEntry, b: ToolEntry) =>
  byText(indexKey(a.tool.name), indexKey(b.tool.name)) ||
  byText(a.tool.name, b.tool.name) ||
  byText(a.server.id, b.server.id);
const byTitle = (a: ServerEntry, b: ServerEntry) =>
  byText(indexKey(a.server.title), indexKey(b.server.title)) || byText(a.id, b.id);

const toolPages = (tools: readonly ToolEntry[], route: (page: number) => string): Page<ToolLink>[] =>
  pagesOf(tools.toSorted(byName), TOOLS_A_PAGE, route).map((page) => ({
    ...page,
    items: page.items.map(toolLink),
  }));

const serverPages = (servers: readonly ServerEntry[], route: (page: number) => string): Page<ServerLink>[] =>
  pagesOf(servers.toSorted(byTitle), SERVERS_A_PAGE, route).map((page) => ({
    ...page,
    items: page.items.map(serverLink),
  }));

/** Every tool, by name. */
export const allTools = ({ tools }: Catalogue): Page<ToolLink>[] => toolPages(tools, routes.tools);

/** Every server with tools, by title. */
export const allServers = ({ servers }: Catalogue): Page<ServerLink>[] =>
  serverPages([...servers.values()], routes.servers);

/** The tools of each level; a level without a tool has one empty page. */
export const toolsByLevel = ({ tools }: Catalogue): { level: LevelWords; pages: Page<ToolLink>[] }[] => {
  const groups = Map.groupBy(tools, ({ level }) => level);
  return LEVELS.map((level) => ({
    level,
    pages: toolPages(groups.get(level.id) ?? [], routes.level(level.id as LevelId)),
  }));
};

/** The tools of each category; a category without a tool has one empty page. */
export const toolsByCategory = ({
  tools,
}: Catalogue): { category: CategoryWords; pages: Page<ToolLink>[] }[] => {
  const groups = Map.groupBy(tools, ({ category }) => category);
  return CATEGORIES.map((category) => ({
    category,
    pages: toolPages(groups.get(category.id) ?? [], routes.category(category.id as CategoryId)),
  }));
};

export interface Topic {
  id: string;
  label: string;
  href: string;
  servers: ServerEntry[];
  pages: Page<ServerLink>[];
}

/** The topics that have a server, by label. */
export function topics({ servers }: Catalogue): Topic[] {
  const groups = Map.groupBy(servers.values(), ({ server }) => server.topic);
  return [...TOPICS].flatMap(([id, label]) => {
    const members = groups.get(id) ?? [];
    const route = routes.topic(id);
    return members.length
      ? [{ id, label, href: route(1), servers: members, pages: serverPages(members, route) }]
      : [];
  });
}

/** The servers whose tools are not known, by id. */
export const unscannedPages = ({ unscanned }: Catalogue): Page<ServerFacts & { id: string }>[] =>
  pagesOf(
    [...unscanned].map(([id, facts]) => ({ id, ...facts })),
    UNSCANNED_A_PAGE,
    routes.unscanned,
  );
