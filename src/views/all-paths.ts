import type { Catalogue } from '../catalogue/catalogue.ts';
import { routes } from '../routes.ts';
import { attackPaths } from './attack-paths.ts';
import { allServers, allTools, toolsByCategory, toolsByLevel, topics, unscannedPages } from './lists.ts';

/**
 * The paths of all pages that stand for themselves: copies of a server are left to their original. `guides` are
 * the ids of the guides, `attacks` those of the attacks.
 */
export function allPaths(
  catalogue: Catalogue,
  guides: readonly string[],
  attacks: Iterable<string>,
): string[] {
  const originals = [...catalogue.servers.values()].filter(({ original }) => !original);
  const lists = [
    allTools(catalogue),
    allServers(catalogue),
    unscannedPages(catalogue),
    ...toolsByLevel(catalogue).map(({ pages }) => pages),
    ...toolsByCategory(catalogue).map(({ pages }) => pages),
    ...topics(catalogue).map(({ pages }) => pages),
  ];
  return [
    routes.home,
    routes.search,
    routes.compare,
    routes.simulator,
    routes.method,
    routes.about,
    routes.levels,
    routes.categories,
    routes.topics,
    routes.guides,
    ...guides.map(routes.guide),
    ...attackPaths(attacks),
    ...lists.flatMap((pages) => pages.map(({ path }) => path)),
    ...originals.flatMap(({ id, tools }) => [
      routes.server(id),
      ...tools.map(({ slug }) => routes.tool(id, slug)),
    ]),
  ];
}
