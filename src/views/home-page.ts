import type { Catalogue, ServerEntry } from '../catalogue/catalogue.ts';
import { byText } from '../model/by-text.ts';
import { type Topic, topics } from './lists.ts';
import { type ServerLink, serverLink } from './server-link.ts';
import { type Share, splitOf } from './split.ts';
import { plural } from './words.ts';

export interface HomePage {
  tools: string;
  servers: string;
  split: Share[];
  known: ServerLink[];
  topics: (Pick<Topic, 'label' | 'href'> & { count: string })[];
}

const KNOWN = 12;

/** The better known first: listed by more sources, then by id. Copies are left out. */
const byFame = (a: ServerEntry, b: ServerEntry) =>
  b.server.sources.length - a.server.sources.length || byText(a.id, b.id);

export const homePage = (catalogue: Catalogue): HomePage => ({
  tools: plural(catalogue.tools.length, 'tool'),
  servers: plural(catalogue.servers.size, 'MCP server'),
  split: splitOf(catalogue.tools),
  known: [...catalogue.servers.values()]
    .filter(({ original }) => !original)
    .sort(byFame)
    .slice(0, KNOWN)
    .map(serverLink),
  topics: topics(catalogue).map(({ label, href, servers }) => ({
    label,
    href,
    count: plural(servers.length, 'server'),
  })),
});
