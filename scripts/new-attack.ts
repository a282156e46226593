import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { scaffoldEntry, scaffoldProof } from '../src/attacks/scaffold.ts';
import { CONTENT } from '../src/catalogue/places.ts';
import { AttackId, AttackKind, Day } from '../src/model/attack.ts';

const HELP = `Usage: npm run new:attack -- ID [options]

Writes content/attacks/ID.md and content/proofs/ID.json, to be filled in. Until
they are, npm run check tells what is missing, file by file. ID is the file name
and the address for ever: lower-case letters and digits, joined by hyphens.

  --title TEXT   the title (default: the id with spaces)
  --kind KIND    ${AttackKind.options.join(', ')} (default: vulnerability)
  --date DAY     the day of writing, such as 2026-11-20 (default: today, in UTC)
  --no-proof     write no proof, for attacks in which a policy sees no call
  --out DIR      write below DIR instead of content/
  --help         show this text

Exit code: 0 written, 1 a file is there already and nothing was written, 2 wrong usage.`;

const wrong = (message: string): never => {
  console.error(`${message}\n\n${HELP}`);
  process.exit(2);
};

const options = {
  title: { type: 'string' },
  kind: { type: 'string', default: 'vulnerability' },
  date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
  'no-proof': { type: 'boolean', default: false },
  out: { type: 'string', default: CONTENT },
  help: { type: 'boolean', default: false },
} as const;

function parsedArgs() {
  try {
    return parseArgs({ allowPositionals: true, options });
  } catch (error) {
    return wrong((error as Error).message);
  }
}

const { values, positionals } = parsedArgs();
if (values.help) {
  console.log(HELP);
  process.exit(0);
}
const [id] = positionals;
if (positionals.length !== 1 || !AttackId.safeParse(id).success) wrong('Give one id, such as acme-mcp-ssrf.');
const kind = AttackKind.safeParse(values.kind);
if (!kind.success) wrong(`There is no kind ${values.kind}.`);
if (!Day.safeParse(values.date).success) wrong(`${values.date} is no day such as 2026-11-20.`);

const attack = {
  id: id as string,
  title: values.title ?? (id as string).replaceAll('-', ' '),
  kind: kind.data ?? 'vulnerability',
  day: values.date,
};
const files = [
  { path: join(values.out, 'attacks', `${id}.md`), text: scaffoldEntry(attack) },
  ...(values['no-proof'] ? [] : [{ path: join(values.out, 'proofs', `${id}.json`), text: scaffoldProof() }]),
];

const taken = files.filter(({ path }) => existsSync(path));
if (taken.length > 0) {
  console.error(`${taken.map(({ path }) => path).join(' and ')}: there already. Nothing was written.`);
  process.exit(1);
}
for (const { path, text } of files) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  console.log(`wrote ${path}`);
}
console.log('Fill them in; npm run check tells what is missing.');
