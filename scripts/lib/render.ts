import { build } from 'astro';
import { catalogue } from '../../src/catalogue/load.ts';
import { buildSearch } from '../../src/search/build.ts';

/**
 * Writes the pages and, beside them on the other core, the search index of the catalogue of this process.
 * Answers how much there is to search.
 */
export async function render(out: string): Promise<{ records: number; files: number }> {
  const pages = build({ outDir: out, logLevel: 'warn' });
  const search = buildSearch(catalogue(), out);
  const [result] = await Promise.all([search, pages]);
  return result;
}
