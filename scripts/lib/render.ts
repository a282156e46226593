import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'astro';
import { attackDatabase } from '../../src/attacks/database.ts';
import { catalogue } from '../../src/catalogue/load.ts';
import { INLINE_SCRIPTS } from '../../src/layouts/inline-scripts.ts';
import { type BuiltSearch, makeSearch, writeSearch } from '../../src/search/build.ts';
import { headersText } from '../../src/views/headers.ts';

/**
 * Writes the pages and, beside them on the other core, makes the search index of the catalogue and the attacks of
 * this process. Answers how much there is to search.
 */
export async function render(out: string): Promise<BuiltSearch> {
  const { attacks } = await attackDatabase();
  const [search] = await Promise.all([
    makeSearch({ catalogue: catalogue(), attacks: [...attacks.values()] }),
    build({ outDir: out, logLevel: 'warn' }),
  ]);
  // Astro empties the folder when it starts, so all else is written when the pages are there.
  writeFileSync(join(out, '_headers'), headersText(INLINE_SCRIPTS));
  return writeSearch(search, out);
}
