import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { attackDatabase } from '../src/attacks/database.ts';
import { catalogue } from '../src/catalogue/load.ts';
import { CONTENT } from '../src/catalogue/places.ts';
import { InvalidInput } from '../src/model/problem.ts';
import { plural } from '../src/views/words.ts';
import { render } from './lib/render.ts';

const HELP = `Usage: npm run build -- [options]

Checks a catalogue, classifies its tools, proves every policy and writes the
site. Nothing of an earlier site is touched until the new one is whole. A
catalogue without attacks of its own gets those of ${CONTENT}.

  --content DIR   the catalogue to build (default: ${CONTENT})
  --out DIR       where the site goes (default: dist)
  --help          show this text

Exit code: 0 built, 1 the catalogue is not valid or a claim does not hold.`;

const { values } = parseArgs({
  options: {
    content: { type: 'string', default: CONTENT },
    out: { type: 'string', default: 'dist' },
    help: { type: 'boolean', default: false },
  },
});

/** Puts the new site in the place of the old one, which is kept until then. */
function replace(fresh: string, out: string): void {
  const old = `${out}.old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(out)) renameSync(out, old);
  renameSync(fresh, out);
  rmSync(old, { recursive: true, force: true });
}

async function build(content: string, out: string): Promise<void> {
  process.env.CALLWARDEN_CONTENT = content;
  const { servers, tools } = catalogue();
  const { attacks, runs } = await attackDatabase();
  console.log(`${content}: ${plural(servers.size, 'server')} with ${plural(tools.length, 'tool')}, valid`);
  console.log(`${plural(attacks.size, 'attack')}, ${plural(runs.size, 'proof')} run and found to hold`);
  const fresh = `${out}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(dirname(out), { recursive: true });
  const { records, files } = await render(fresh);
  replace(fresh, out);
  console.log(`${out}: built; ${plural(records, 'record')} to search in ${plural(files, 'file')}`);
}

if (values.help) console.log(HELP);
else
  await build(values.content, resolve(values.out)).catch((error: unknown) => {
    if (error instanceof InvalidInput) {
      console.error(
        `${error.message}\n${plural(error.problems.length, 'fault')} in ${values.content}; nothing was built.`,
      );
    } else {
      console.error(error instanceof Error ? error.message : error);
      console.error('Nothing was built; an earlier site stands as it was.');
    }
    process.exitCode = 1;
  });
