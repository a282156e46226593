import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { Assessment } from '../src/model/assessment.ts';
import { Corrections } from '../src/model/correction.ts';
import { Server, Unscanned } from '../src/model/server.ts';
import { Sources } from '../src/model/sources.ts';
import { Site } from '../src/model/site.ts';
import { Categories, Guards, Topics } from '../src/model/taxonomy.ts';

const HELP = `Usage: npm run schemas [-- --check]

Writes the JSON Schemas of public/schemas/ from the zod schemas in src/.

  --check   write nothing; exit with 1 if a file is not what would be written
  --help    show this text`;

const FOLDER = 'public/schemas';
const SCHEMAS: Record<string, z.ZodType> = {
  server: Server,
  unscanned: Unscanned,
  sources: Sources,
  corrections: Corrections,
  categories: Categories,
  topics: Topics,
  site: Site,
  guards: Guards,
  assessment: Assessment,
};

const { values } = parseArgs({
  options: { check: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}

const readOrNothing = (path: string) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

mkdirSync(FOLDER, { recursive: true });
for (const [name, schema] of Object.entries(SCHEMAS)) {
  const path = join(FOLDER, `${name}.schema.json`);
  const text = `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`;
  if (readOrNothing(path) === text) continue;
  console.log(`${path} ${values.check ? 'is out of date: run npm run schemas' : 'written'}`);
  if (values.check) process.exitCode = 1;
  else writeFileSync(path, text);
}
