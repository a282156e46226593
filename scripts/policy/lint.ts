import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Finding, LINT_RULES, lint, loadPolicy, positions } from '../../src/policy/index.ts';
import { sarif } from './sarif.ts';
import { serverForLint } from './server.ts';

export const HELP = `Usage: npm run -s policy -- lint FILE [--server ID] [--format json|text|sarif]

Finds what a policy document says and does not do. A document that is refused is told with all its errors.

  --server ID       a server of the catalogue: its tools, their arguments and risk levels are known
  --format FORMAT   text (default), json, or sarif (SARIF 2.1.0)
  --help            show this text

Rules:
${LINT_RULES.map(({ id, level, description }) => `  ${id.padEnd(20)} ${level.padEnd(8)} ${description}`).join('\n')}

Exit code 1 if there is a finding of level error, 2 if something cannot be read, else 0.`;

/** A finding with its place in the text; lines and columns count from 1. */
export interface PlacedFinding extends Finding {
  line: number;
  column: number;
}

/** The findings of a document, or why it is refused, which are errors too. */
async function findingsOf(text: string, serverId: string | undefined): Promise<Finding[]> {
  const server = serverId === undefined ? undefined : serverForLint(serverId);
  const loaded = await loadPolicy(text);
  if (loaded.ok) return lint(loaded.document, server, loaded.policy.regex);
  return loaded.errors.map(({ pointer, message }) => ({ rule: 'refused', level: 'error', pointer, message }));
}

const count = (findings: readonly Finding[], level: Finding['level']): string => {
  const found = findings.filter((finding) => finding.level === level).length;
  return `${found} ${level}${found === 1 ? '' : 's'}`;
};

const FORMATS: Record<string, (findings: readonly PlacedFinding[], file: string) => string> = {
  json: (findings) => JSON.stringify(findings, null, 2),
  sarif: (findings, file) => JSON.stringify(sarif(findings, file), null, 2),
  text: (findings, file) =>
    [
      ...findings.map(
        ({ column, level, line, message, pointer, rule }) =>
          `${file}:${line}:${column} ${level} ${rule} ${pointer}\n  ${message}`,
      ),
      `${count(findings, 'error')}, ${count(findings, 'warning')}, ${count(findings, 'note')}`,
    ].join('\n'),
};

/** Runs the command. */
export async function run(args: string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { server: { type: 'string' }, format: { type: 'string', default: 'text' } },
  });
  const [file, ...others] = positionals;
  const format = Object.hasOwn(FORMATS, values.format) ? FORMATS[values.format] : undefined;
  if (file === undefined || others.length > 0) throw new Error('Name one policy document. See --help.');
  if (format === undefined)
    throw new Error(`There is no format ${JSON.stringify(values.format)}: json, text or sarif.`);
  const text = await readFile(file, 'utf8');
  const findings = await findingsOf(text, values.server);
  const placeOf = positions(text);
  console.log(
    format(
      findings.map((finding) => ({ ...finding, ...placeOf(finding.pointer) })),
      file,
    ),
  );
  return findings.some(({ level }) => level === 'error') ? 1 : 0;
}
