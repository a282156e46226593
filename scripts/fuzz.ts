import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { PROPERTIES, type Property } from '../src/policy/testing/properties.ts';

const HELP = `Usage: npm run fuzz -- [--seconds N] [--seed N]

Tries what must be true of every policy document and every call on arbitrary ones, in turn, until the time is up:
that the engine agrees with a plain reading of the contract, that denying more never widens access, that nothing
throws, and more. A failure is printed with the smallest input that fails.

  --seconds N   how long (default: 60)
  --seed N      where to start (default: the time; it is printed)
  --help        show this text

The last line counts the inputs tried. Exit code 1 if one failed.`;

/** Inputs of one property in its turn. */
const TURN = 100;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

/** The report of a failure, if there is one in this turn. */
function failureOf({ property }: Property, seed: number): string | undefined {
  return fc.defaultReportMessage(fc.check(property, { numRuns: TURN, seed })) ?? undefined;
}

function fuzz(seconds: number, start: number): number {
  const until = performance.now() + seconds * 1000;
  console.log(`Seed ${start}. Each property has ${TURN} inputs in its turn.`);
  let tried = 0;
  for (let seed = start; performance.now() < until; seed++) {
    for (const property of PROPERTIES) {
      const failure = failureOf(property, seed);
      if (failure !== undefined) {
        console.log(`${property.name}: ${failure}\n${tried} inputs tried, 1 failed`);
        return 1;
      }
      tried += TURN;
      if (performance.now() >= until) break;
    }
  }
  console.log(`${tried} inputs tried, 0 failed`);
  return 0;
}

const seconds = Number(values.seconds);
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
if (values.help) {
  console.log(HELP);
} else if (!(seconds > 0) || !Number.isSafeInteger(seed)) {
  console.error('--seconds is a number above 0, --seed a whole number.');
  process.exitCode = 2;
} else {
  process.exitCode = fuzz(seconds, seed);
}
