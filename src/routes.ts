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
  simulator: '/simulator/',
  /** The simulator with a server (`id`), a tool (`id/slug`), or the calls of an attack or a recipe (`id`) in it. */
  simulate: (what: 'server' | 'tool' | 'attack' | 'recipe', id: string) =>
    `/simulator/?${what}=${encodeURIComponent(id)}`,
  method: '/method/',
  about: '/about/',
  notFound: '/404.html',
  /** The picture of the site for previews of links. */
  preview: '/og.png',
  tools: paged('/tools/', '/browse/tools/'),
  tool: (server: string, slug: string) => `/tools/${server}/${slug}/`,
  servers: paged('/servers/', '/browse/servers/'),
  server: (id: string) => `/servers/${id}/`,
  serverJson: (id: string) => `/servers/${id}.json`,
  serverPolicy: (id: string) => `/servers/${id}/policy.json`,
  serverMarkdown: (id: string) => `/servers/${id}.md`,
  serverBadge: (id: string) => `/servers/${id}/badge.svg`,
  compare: '/compare/',
  compareServer: (id: string) => `/compare/?server=${id}`,
  compareTool: (server: string, slug: string) => `/compare/?tool=${server}/${slug}`,
  unscanned: paged('/unscanned/'),
  levels: '/levels/',
  level: (id: LevelId) => paged(`/levels/${id}/`),
  categories: '/categories/',
  category: (id: CategoryId) => paged(`/categories/${id}/`),
  topics: '/topics/',
  topic: (id: string) => paged(`/topics/${id}/`),
  guides: '/guides/',
  guide: (id: string) => `/guides/${id}/`,
  recipeJson: (id: string) => `/guides/cookbook/${id}.json`,
  attacks: '/attacks/',
  attack: (id: string) => `/attacks/${id}/`,
  attackJson: (id: string) => `/attacks/${id}.json`,
  attackMarkdown: (id: string) => `/attacks/${id}.md`,
  attackCategory: (id: string) => `/attacks/category/${id}/`,
  attackSignal: (id: string) => `/attacks/signal/${id}/`,
  attackVerdict: (id: string) => `/attacks/verdict/${id}/`,
  frameworks: '/attacks/frameworks/',
  framework: (id: string) => `/attacks/framework/${id}/`,
  attacksJson: '/attacks.json',
  attacksCsv: '/attacks.csv',
  atlasLayer: '/attacks/atlas-layer.json',
  attacksFeed: '/attacks/feed.xml',
  schema: (name: string) => `/schemas/${name}.schema.json`,
} as const;
