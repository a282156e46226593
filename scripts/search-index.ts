import { parseArgs } from 'node:util';
import { attacksFolder, provedAttacks } from '../src/attacks/database.ts';
import { catalogueOf } from '../src/catalogue/catalogue.ts';
import { validContent } from '../src/catalogue/load.ts';
import { CONTENT } from '../src/catalogue/places.ts';
import { InvalidInput } from '../src/model/problem.ts';
import { buildSearch } from '../src/search/build.ts';

const HELP = `Usage: node scripts/search-index.ts [options]

Builds the search of a site on its own, without the pages.

  --content DIR  the catalogue (default: ${CONTENT})
  --out DIR      the built site that it belongs to (default: dist)
  --help         show this text`;

const { values } = parseArgs({
  options: {
    content: { type: 'string', default: CONTENT },
    out: { type: 'string', default: 'dist' },
    help: { type: 'boolean', default: false },
  },
});

async function main(): Promise<void> {
  const catalogue = catalogueOf(validContent(values.content));
  const { attacks } = await provedAttacks(attacksFolder(values.content));
  const start = performance.now();
  const { records, files } = await buildSearch({ catalogue, attacks: [...attacks.values()] }, values.out);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`Search: ${records} records in ${files} files, ${seconds} s`);
}

try {
  if (values.help) console.log(HELP);
  else await main();
} catch (error) {
  if (!(error instanceof InvalidInput)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
