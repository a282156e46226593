import type { Catalogue, ServerEntry } from '../catalogue/catalogue.ts';
import type { Site } from '../model/site.ts';

/** Where the record of a server came from. */
export interface ProvenanceRow {
  source: string;
  href: string;
  licence: string;
  commit: string;
  /** Whether the tool list was taken from it. */
  tools: boolean;
}

/** Where a record came from, when, and where it is mended. */
export interface Provenance {
  rows: ProvenanceRow[];
  /** The day the sources were read, `YYYY-MM-DD`, or empty. */
  taken: string;
  edit: EditLinks | undefined;
}

/** Links that open a file of `content/` for editing. */
export interface EditLinks {
  /** The facts and sentences of the server and its tools. */
  record: string;
  /** The reviewed corrections of categories. */
  corrections: string;
}

/** The links that open the files of a server, where the site has a place for edits. */
export const editLinks = ({ edit }: Site, server: string): EditLinks | undefined =>
  edit ? { record: `${edit}/servers/${server}.json`, corrections: `${edit}/corrections.json` } : undefined;

/** The sources of a server's record, with licence and commit. */
export function provenanceOf({ id, server }: ServerEntry, { sources, site }: Catalogue): Provenance {
  const names = new Set([...server.sources, ...(server.toolsFrom ? [server.toolsFrom] : [])]);
  const rows = [...names].map((source) => {
    const known = sources.sources[source];
    return {
      source,
      href: known ? `https://github.com/${source}/tree/${known.commit}` : `https://github.com/${source}`,
      licence: known?.licence ?? 'not recorded',
      commit: known?.commit ?? 'not recorded',
      tools: source === server.toolsFrom,
    };
  });
  return { rows, taken: sources.taken, edit: editLinks(site, id) };
}
