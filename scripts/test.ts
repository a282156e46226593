import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBrowser } from './lib/ensure-browser.ts';

const HELP = `Usage: npm test [-- options]

Runs every check and test: types, lint, generated files, the catalogue, unit
tests, the fixture site in a browser, and the whole site.

  --quick   leave out the whole site of the full catalogue
  --help    show this text`;

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}

const FIXTURE = { content: 'tests/fixture/content', site: '.cache/fixture' };
const FULL = { content: 'content', site: '.cache/site' };

/** The tools of the project, and the Node.js that they must run on. */
const BIN = resolve('node_modules/.bin');

interface Step {
  name: string;
  command: string;
  args: readonly string[];
  env?: Record<string, string>;
}

const node = (name: string, args: readonly string[], env: Record<string, string> = {}): Step => ({
  name,
  command: process.execPath,
  args,
  env,
});
const bin = (
  name: string,
  [tool = '', ...args]: readonly string[],
  env: Record<string, string> = {},
): Step => ({
  name,
  command: join(BIN, tool),
  args,
  env,
});
const build = ({ content, site }: typeof FIXTURE) => [
  'scripts/build.ts',
  '--content',
  content,
  '--out',
  site,
];
const about = ({ content, site }: typeof FIXTURE) => ({
  CALLWARDEN_CONTENT: content,
  CALLWARDEN_SITE_DIR: site,
});
const playwright = (...args: string[]) => [
  'playwright',
  'test',
  '--config',
  'tests/playwright.config.ts',
  ...args,
];

const unit = globSync(['src/**/*.test.ts', 'scripts/**/*.test.ts', 'tests/*.test.ts']).sort();

const whole = globSync('tests/site/*.test.ts').sort();

const quick: Step[] = [
  bin('types', ['astro', 'check']),
  bin('lint', ['biome', 'check', '.']),
  node('generated files', ['scripts/generate.ts', '--check']),
  node('the catalogue', ['scripts/check.ts']),
  node('unit tests', ['--test', ...unit]),
  node('the fixture site', build(FIXTURE)),
  node('the whole fixture site', ['--test', ...whole], about(FIXTURE)),
  bin('the fixture site in a browser', playwright('browser'), { CALLWARDEN_FIXTURE_DIR: FIXTURE.site }),
];
const full: Step[] = [
  node('the site', build(FULL)),
  node('the whole site', ['--test', ...whole], about(FULL)),
  bin('the search of the site', playwright('search'), about(FULL)),
];

/** How many of the last lines of a failed step are told again at the end, where a long log is read first. */
const TAIL = 80;

/** Runs a step, shows what it prints, and gives the end of that where the step fails. */
async function run({ name, command, args, env }: Step): Promise<string | undefined> {
  const start = performance.now();
  console.log(`\n── ${name}`);
  const child = spawn(command, args, {
    stdio: ['inherit', 'pipe', 'pipe'],
    env: { ...process.env, PATH: `${BIN}${delimiter}${process.env.PATH}`, ...env },
  });
  let printed = '';
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const)
    from.on('data', (chunk: Buffer) => {
      to.write(chunk);
      printed += chunk;
    });
  const [status] = await once(child, 'close');
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`── ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
  return status === 0 ? undefined : printed.trimEnd().split('\n').slice(-TAIL).join('\n');
}

ensureBrowser();
const steps = values.quick ? quick : [...quick, ...full];
const failed = new Map<string, string>();
for (const step of steps) {
  const end = await run(step);
  if (end !== undefined) failed.set(step.name, end);
}
for (const [name, end] of failed) console.log(`\nFAILED: ${name}\n${end}`);
console.log(`\n${steps.length - failed.size} passed, ${failed.size} failed`);
process.exitCode = failed.size ? 1 : 0;
