import type { CategoryId, LevelId } from './model/category.ts';

/** A list that is cut into pages. */
export type ListRoute = (page: number) => string;

/**
 * A list whose first page is its own address. A server's id could be a number, so the further pages of
 * the lists of servers and of tools stand apart from the pages of single servers and tools.
 */
const paged =
  (first: string, further = first): ListRoute =>
  (page) =>
    page <= 1 ? first : `${further}${page}/`;

/** The only place that knows a URL. Every path starts at the root of the site and ends with a slash or a file name. */
export const routes = {
  home: '/',
  search: '/search/',
  method: '/method/',
  about: '/about/',
  notFound: '/404.html',
  tools: paged('/tools/', '/browse/tools/'),
  tool: (server: string, slug: string) => `/tools/${server}/${slug}/`,
  servers: paged('/servers/', '/browse/servers/'),
  server: (id: string) => `/servers/${id}/`,
  serverJson: (id: string) => `/servers/${id}.json`,
  serverPolicy: (id: string) => `/servers/${id}/policy.json`,
  unscanned: paged('/unscanned/'),
  levels: '/levels/',
  level: (id: LevelId) => paged(`/levels/${id}/`),
  categories: '/categories/',
  category: (id: CategoryId) => paged(`/categories/${id}/`),
  topics: '/topics/',
  topic: (id: string) => paged(`/topics/${id}/`),
  guides: '/guides/',
  guide: (id: string) => `/guides/${id}/`,
  schema: (name: string) => `/schemas/${name}.schema.json`,
} as const;
