import { spawnSync } from 'node:child_process';

/** Builds the site and serves it. Arguments go to the build; the server takes its defaults. */
const run = (script: string, args: readonly string[]): number =>
  spawnSync(process.execPath, [`scripts/${script}.ts`, ...args], { stdio: 'inherit' }).status ?? 1;

const status = run('build', process.argv.slice(2));
process.exitCode = status === 0 ? run('preview', []) : status;
