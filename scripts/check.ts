import { parseArgs } from 'node:util';
import { attacksFolder, provedAttacks } from '../src/attacks/database.ts';
import { catalogueOf } from '../src/catalogue/catalogue.ts';
import { validContent } from '../src/catalogue/load.ts';
import { CONTENT } from '../src/catalogue/places.ts';
import { InvalidInput, type Problem } from '../src/model/problem.ts';
import { plural } from '../src/views/words.ts';

const HELP = `Usage: npm run check [-- --content DIR]

Validates a catalogue: every file against its schema, every reference between
files, every name and URL. Runs the proofs of its attacks, or of those of
${CONTENT} where it has none. Tells all faults at once, each with its remedy.

  --content DIR   the catalogue to check (default: ${CONTENT})
  --help          show this text

Exit code: 0 valid, 1 not.`;

const { values } = parseArgs({
  options: { content: { type: 'string', default: CONTENT }, help: { type: 'boolean', default: false } },
});

/** What a step found, and its faults where it could not finish for them. */
async function attempt<T>(step: () => T | Promise<T>): Promise<{ found?: T; problems: readonly Problem[] }> {
  try {
    return { found: await step(), problems: [] };
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return { problems: error.problems };
  }
}

async function check(folder: string): Promise<void> {
  const catalogue = await attempt(() => catalogueOf(validContent(folder)));
  const database = await attempt(() => provedAttacks(attacksFolder(folder)));
  const problems = [...catalogue.problems, ...database.problems];
  if (catalogue.found && database.found) {
    const { servers, tools, unscanned } = catalogue.found;
    const { attacks, runs } = database.found;
    console.log(
      `${folder}: ${plural(servers.size, 'server')} with ${plural(tools.length, 'tool')}, ` +
        `${plural(unscanned.size, 'server')} not scanned yet, ${plural(attacks.size, 'attack')}, ` +
        `${plural(runs.size, 'proof')} run; no fault`,
    );
  } else {
    console.error(`${new InvalidInput(problems).message}\n${plural(problems.length, 'fault')} in ${folder}`);
    process.exitCode = 1;
  }
}

if (values.help) console.log(HELP);
else await check(values.content);
