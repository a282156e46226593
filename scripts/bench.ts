import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const HELP = `Usage: npm run bench [-- NAME ...]

Runs the benchmarks, all or the named ones, and prints one JSON object. What
matters are the ratios within one run: machines differ and are noisy.

  --help   show this text`;

const benches = new Map(globSync('scripts/bench/*.ts').map((file) => [basename(file, '.ts'), file]));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean', default: false } },
});
const names = positionals.length ? positionals : [...benches.keys()].sort();
const unknown = names.filter((name) => !benches.has(name));

if (values.help) {
  console.log(`${HELP}\n\nBenchmarks: ${[...benches.keys()].sort().join(', ')}`);
} else if (unknown.length) {
  console.error(`Unknown: ${unknown.join(', ')}. There are: ${[...benches.keys()].sort().join(', ')}.`);
  process.exitCode = 2;
} else {
  const results: Record<string, unknown> = {};
  for (const name of names) {
    const { default: bench } = await import(pathToFileURL(benches.get(name) as string).href);
    results[name] = await bench();
  }
  console.log(JSON.stringify(results, null, 2));
}
