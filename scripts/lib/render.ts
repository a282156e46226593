import { cpSync, rmSync } from 'node:fs';
import { build } from 'astro';
import { catalogue } from '../../src/catalogue/load.ts';
import { type BuiltSearch, buildSearch } from '../../src/search/build.ts';

/**
 * Writes the pages and, beside them on the other core, the search index of the catalogue of this process.
 * Answers how much there is to search.
 */
export async function render(out: string): Promise<BuiltSearch> {
  // Astro empties its folder when it starts to write, so the index has one of its own until the pages are there.
  const aside = `${out}.search`;
  rmSync(aside, { recursive: true, force: true });
  const [search] = await Promise.all([
    buildSearch(catalogue(), aside),
    build({ outDir: out, logLevel: 'warn' }),
  ]);
  cpSync(aside, out, { recursive: true });
  rmSync(aside, { recursive: true });
  return search;
}
