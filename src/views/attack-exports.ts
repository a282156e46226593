import type { ExportSite } from '../attacks/export-site.ts';
import type { Site } from '../model/site.ts';
import { routes } from '../routes.ts';

/** Where the exports of the attack database say that it stands. */
export const exportSite = ({ url }: Site): ExportSite => ({
  name: 'Callwarden',
  attackUrl: (id) => url + routes.attack(id),
  listUrl: url + routes.attacks,
  feedUrl: url + routes.attacksFeed,
});
