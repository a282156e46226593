import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesOf } from '../../tests/site/pages.ts';
import { watchMemory } from '../lib/memory.ts';

const OUT = '.cache/bench-site';
const COPY = '.cache/bench-copy';

/** The budget: so many times the time of writing the same bytes, and so many seconds besides. */
const TIMES = 4;
const BESIDES = 60;

const seconds = (since: number) => (performance.now() - since) / 1000;

async function build(): Promise<{ seconds: number; peak: number | undefined }> {
  const start = performance.now();
  const child = spawn(process.execPath, ['scripts/build.ts', '--out', OUT], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const peak = watchMemory(child.pid as number);
  const [status] = await once(child, 'exit');
  if (status !== 0) throw new Error('the build failed');
  return { seconds: seconds(start), peak: peak() };
}

/** Writes the files of the site once more, and times only the writing. */
function write(files: readonly string[]): { seconds: number; bytes: number } {
  let spent = 0;
  let bytes = 0;
  for (const file of files) {
    const content = readFileSync(join(OUT, file));
    const start = performance.now();
    mkdirSync(dirname(join(COPY, file)), { recursive: true });
    writeFileSync(join(COPY, file), content);
    spent += seconds(start);
    bytes += content.length;
  }
  return { seconds: spent, bytes };
}

/** Times the whole build of the full catalogue beside writing the same bytes, and watches its memory. */
export default async function bench() {
  for (const folder of [OUT, COPY]) rmSync(folder, { recursive: true, force: true });
  const built = await build();
  const files = filesOf(OUT);
  const written = write(files);
  rmSync(COPY, { recursive: true });
  const budget = TIMES * written.seconds + BESIDES;
  return {
    build_seconds: built.seconds,
    write_seconds: written.seconds,
    budget_seconds: budget,
    share_of_budget: built.seconds / budget,
    peak_bytes: built.peak,
    files: files.length,
    bytes: written.bytes,
  };
}
