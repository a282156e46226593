/** What the exports need to know of the site; only `routes.ts` knows addresses. */
export interface ExportSite {
  name: string;
  /** The absolute address of an entry's page. */
  attackUrl(id: string): string;
  /** The absolute address of the list of all attacks. */
  listUrl: string;
  /** The absolute address of the feed itself. */
  feedUrl: string;
}
