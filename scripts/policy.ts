import { argv } from 'node:process';

const HELP = `Usage: npm run -s policy -- COMMAND [options]

Commands:
  eval    decide calls, one JSON line each
  lint    find what a policy document says and does not do
  test    run policy test files

npm run -s policy -- COMMAND --help tells more.`;

/** A subcommand: its help, and what it does with the arguments behind its name. Gives the exit code. */
interface Command {
  HELP: string;
  run(args: string[]): Promise<number>;
}

/** Each is loaded when it is called for: `lint` brings the risk model along, which `eval` can do without. */
const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['eval', () => import('./policy/eval.ts')],
  ['lint', () => import('./policy/lint.ts')],
  ['test', () => import('./policy/test.ts')],
]);

const [name = '--help', ...rest] = argv.slice(2);
const command = await COMMANDS.get(name)?.();
if (name === '--help' || name === '-h') {
  console.log(HELP);
} else if (command === undefined) {
  console.error(`There is no command ${JSON.stringify(name)}.\n\n${HELP}`);
  process.exitCode = 2;
} else if (rest.includes('--help') || rest.includes('-h')) {
  console.log(command.HELP);
} else {
  try {
    process.exitCode = await command.run(rest);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
}
