import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { AttacksFile } from '../src/attacks/export.ts';
import { noticeText } from '../src/catalogue/notice.ts';
import { CONTENT } from '../src/catalogue/places.ts';
import { readContent } from '../src/catalogue/read.ts';
import { Assessment } from '../src/model/assessment.ts';
import { AttackFacts } from '../src/model/attack.ts';
import {
  AttackCategories,
  AttackControls,
  AttackSections,
  AttackTerms,
  Frameworks,
} from '../src/model/attack-taxonomy.ts';
import { Cookbook } from '../src/model/cookbook.ts';
import { Corrections } from '../src/model/correction.ts';
import { Proof } from '../src/model/proof.ts';
import { Server, Unscanned } from '../src/model/server.ts';
import { Site } from '../src/model/site.ts';
import { Sources } from '../src/model/sources.ts';
import { Categories, Guards, Topics } from '../src/model/taxonomy.ts';
import { schemas as policySchemas } from '../src/policy/json-schemas.ts';
import {
  Capabilities,
  Combinations,
  Hazards,
  RiskContrasts,
  RiskParameters,
  RiskPhrases,
  RiskWords,
} from '../src/risk/taxonomy.ts';

const HELP = `Usage: npm run generate [-- --check]

Writes what is made from other files: the JSON Schemas of public/schemas/, from
the zod schemas in src/, and NOTICE, from content/sources.json.

  --check   write nothing; exit with 1 if a file is not what would be written
  --help    show this text`;

const SCHEMAS: Record<string, z.ZodType> = {
  server: Server,
  unscanned: Unscanned,
  sources: Sources,
  cookbook: Cookbook,
  corrections: Corrections,
  site: Site,
  assessment: Assessment,
  categories: Categories,
  topics: Topics,
  guards: Guards,
  hazards: Hazards,
  capabilities: Capabilities,
  combinations: Combinations,
  'risk-words': RiskWords,
  'risk-phrases': RiskPhrases,
  'risk-parameters': RiskParameters,
  'risk-contrasts': RiskContrasts,
  attack: AttackFacts,
  attacks: AttacksFile,
  proof: Proof,
  'attack-categories': AttackCategories,
  'attack-controls': AttackControls,
  'attack-sections': AttackSections,
  'attack-terms': AttackTerms,
  frameworks: Frameworks,
  ...policySchemas,
};

const jsonSchema = (schema: z.ZodType) =>
  `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`;

/** Every generated file, by its path. */
const files: Record<string, string> = {
  ...Object.fromEntries(
    Object.entries(SCHEMAS).map(([name, schema]) => [
      join('public/schemas', `${name}.schema.json`),
      jsonSchema(schema),
    ]),
  ),
  NOTICE: noticeText(readContent(CONTENT).sources),
};

const { values } = parseArgs({
  options: { check: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}

const textOf = (path: string) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};

const stale = Object.entries(files).filter(([path, text]) => textOf(path) !== text);
for (const [path, text] of stale) {
  console.log(`${path} ${values.check ? 'is out of date: run npm run generate' : 'written'}`);
  if (values.check) continue;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
process.exitCode = values.check && stale.length ? 1 : 0;
