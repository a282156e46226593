import type { Catalogue, ServerEntry } from '../catalogue/catalogue.ts';
import { routes } from '../routes.ts';
import { homePage } from './home-page.ts';
import { visible } from './text.ts';
import { list } from './words.ts';

/** A comparison to begin with. */
export interface Example {
  text: string;
  href: string;
}

const serversHref = (servers: readonly ServerEntry[]): string =>
  `${routes.compare}?${servers.map(({ id }) => `server=${id}`).join('&')}`;

const toolsHref = (servers: readonly ServerEntry[]): string =>
  `${routes.compare}?${servers.map(({ id, tools }) => `tool=${id}/${encodeURIComponent(tools[0]?.slug ?? '')}`).join('&')}`;

/** Two comparisons of servers that most catalogues list, and one of their riskiest tools. */
export function compareExamples(catalogue: Catalogue): Example[] {
  const known = homePage(catalogue).known.flatMap(({ id }) => catalogue.servers.get(id) ?? []);
  const [two, more] = [known.slice(0, 2), known.slice(2, 5)];
  const names = (servers: readonly ServerEntry[]) => list(servers.map(({ server }) => visible(server.title)));
  return [
    { text: names(two), href: serversHref(two) },
    { text: names(more), href: serversHref(more) },
    { text: `The riskiest tools of ${names(two)}`, href: toolsHref(two) },
  ].filter((_, index) => index !== 1 || more.length > 1);
}
