import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { importLines, type OurWords } from '../src/catalogue/import.ts';
import { LOCAL } from '../src/catalogue/places.ts';
import { serverText } from '../src/catalogue/server-text.ts';
import type { CategoryId } from '../src/model/category.ts';
import type { Server } from '../src/model/server.ts';
import { importReport } from './lib/import-report.ts';

const HELP = `Usage: npm run import -- FILE [options]

Reads a catalogue (JSON Lines, one server a line; .gz is unpacked) and writes
one file a server to content/servers/, and the servers without a known tool
list to content/unscanned.json. Only facts and our own sentences are written.

  --out DIR         write to DIR instead of content/
  --summaries FILE  our sentences and reviewed categories of tools, tab-separated:
                    server id, tool name, category letter, sentence
                    (default: summaries.tsv.gz beside FILE, if it is there)
  --servers FILE    our topics and sentences of servers, tab-separated:
                    server id, topic, sentence
                    (default: servers.tsv.gz beside FILE, if it is there)
  --with-text       write also the whole catalogue, with the authors' texts and
                    schemas, to ${LOCAL}/ (outside version control); builds find it there
  --prune           remove server files that FILE does not have
  --help            show this text

Exit code: 0 all arrived, 1 records were skipped (each is told), 2 wrong usage.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: 'content' },
    summaries: { type: 'string' },
    servers: { type: 'string' },
    'with-text': { type: 'boolean', default: false },
    prune: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const [file] = positionals;
if (values.help || !file || positionals.length > 1) {
  console.log(HELP);
  process.exit(values.help ? 0 : 2);
}

const readText = (path: string) => {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
};

function readTable(path: string | undefined, name: string): string[][] {
  const found = path ?? readdirSync(dirname(file as string)).find((entry) => entry === name);
  if (!found) return [];
  const text = readText(path ?? join(dirname(file as string), name));
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t'));
}

/** The letters with which a table of summaries names a reviewed category. */
const LETTERS: Record<string, CategoryId> = {
  R: 'read',
  W: 'write',
  X: 'execute',
  D: 'destructive',
  F: 'financial',
  U: 'unclassified',
};

function ourWords(): OurWords {
  const key = (id: string, name: string) => `${id}\t${name}`;
  const servers = new Map(
    readTable(values.servers, 'servers.tsv.gz').map(([id = '', topic = '', summary = '']) => [
      id,
      { topic, summary },
    ]),
  );
  const tools = new Map(
    readTable(values.summaries, 'summaries.tsv.gz').map(
      ([id = '', name = '', letter = '', sentence = '']) => [
        key(id, name),
        {
          ...(LETTERS[letter] && { reviewed: LETTERS[letter] }),
          ...(sentence && sentence !== '?' && { summary: sentence }),
        },
      ],
    ),
  );
  return { server: (id) => servers.get(id), tool: (id, name) => tools.get(key(id, name)) };
}

function writeServers(folder: string, servers: ReadonlyMap<string, Server>): void {
  mkdirSync(folder, { recursive: true });
  for (const [id, server] of servers) writeFileSync(join(folder, `${id}.json`), serverText(server));
}

const result = importLines(basename(file), readText(file).split('\n'), ourWords());
const folder = join(values.out, 'servers');
writeServers(folder, result.servers);
const unscanned = {
  $schema: '../public/schemas/unscanned.schema.json',
  servers: Object.fromEntries(result.unscanned),
};
writeFileSync(join(values.out, 'unscanned.json'), `${JSON.stringify(unscanned, null, 1)}\n`);
if (values['with-text']) writeServers(join(LOCAL, 'servers'), result.withText);

const stale = readdirSync(folder).filter((name) => !result.servers.has(name.replace(/\.json$/, '')));
if (values.prune) for (const name of stale) rmSync(join(folder, name));
console.log(importReport(result));
if (stale.length)
  console.log(
    `${stale.length} server files that ${file} does not have: ${values.prune ? 'removed' : 'kept'}`,
  );
process.exitCode = result.skipped.length ? 1 : 0;
