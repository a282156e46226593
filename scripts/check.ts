import { parseArgs } from 'node:util';
import { catalogueOf } from '../src/catalogue/catalogue.ts';
import { validContent } from '../src/catalogue/load.ts';
import { CONTENT } from '../src/catalogue/places.ts';
import { InvalidInput } from '../src/model/problem.ts';
import { plural } from '../src/views/words.ts';

const HELP = `Usage: npm run check [-- --content DIR]

Validates a catalogue: every file against its schema, every reference between
files, every name and URL. Tells all faults at once, each with its remedy.

  --content DIR   the catalogue to check (default: ${CONTENT})
  --help          show this text

Exit code: 0 valid, 1 not.`;

const { values } = parseArgs({
  options: { content: { type: 'string', default: CONTENT }, help: { type: 'boolean', default: false } },
});

function check(folder: string): void {
  try {
    const { servers, tools, unscanned } = catalogueOf(validContent(folder));
    console.log(
      `${folder}: ${plural(servers.size, 'server')} with ${plural(tools.length, 'tool')}, ` +
        `${plural(unscanned.size, 'server')} not scanned yet; no fault`,
    );
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    console.error(`${error.message}\n${plural(error.problems.length, 'fault')} in ${folder}`);
    process.exitCode = 1;
  }
}

if (values.help) console.log(HELP);
else check(values.content);
