import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'astro';
import { catalogue } from '../../src/catalogue/load.ts';
import { THEME_SCRIPT } from '../../src/layouts/theme-script.ts';
import { type BuiltSearch, makeSearch, writeSearch } from '../../src/search/build.ts';
import { headersText } from '../../src/views/headers.ts';

/**
 * Writes the pages and, beside them on the other core, makes the search index of the catalogue of this process.
 * Answers how much there is to search.
 */
export async function render(out: string): Promise<BuiltSearch> {
  const [search] = await Promise.all([makeSearch(catalogue()), build({ outDir: out, logLevel: 'warn' })]);
  // Astro empties the folder when it starts, so all else is written when the pages are there.
  writeFileSync(join(out, '_headers'), headersText([THEME_SCRIPT]));
  return writeSearch(search, out);
}
