import { compile } from '../../src/policy/index.ts';
import { CALLS, DOCUMENT, LARGE, LIMITED, SMALL } from './policy/case.ts';
import { callwarden, cedarWasm, cel, type Decider, logic, rulesEngine } from './policy/engines.ts';

/** Rounds in which every engine has its turn. Many and short, so that each has some that nothing else disturbs. */
const ROUNDS = 150;
/** Milliseconds of one turn. */
const TURN = 6;

interface Entry {
  name: string;
  decide: Decider;
  asynchronous?: boolean;
}

const engines = (): Entry[] => [
  { name: 'callwarden', decide: callwarden(DOCUMENT) },
  { name: 'callwarden, counting', decide: callwarden(LIMITED) },
  { name: 'callwarden, 10 tools', decide: callwarden(SMALL) },
  { name: 'callwarden, 10,000 tools', decide: callwarden(LARGE) },
  { name: '@marcbachmann/cel-js', decide: cel() },
  { name: 'json-logic-js', decide: logic() },
  { name: 'json-rules-engine', decide: rulesEngine(), asynchronous: true },
  { name: '@cedar-policy/cedar-wasm', decide: cedarWasm() },
];

/** Refuses to time an engine that answers wrongly. */
async function proveRight({ name, decide }: Entry): Promise<void> {
  for (const call of CALLS) {
    if ((await decide(call)) !== call.allowed)
      throw new Error(`${name} is wrong about ${JSON.stringify(call)}`);
  }
}

/** Decisions a second in one turn. */
function turn(decide: Decider): number {
  const started = performance.now();
  let decisions = 0;
  let elapsed = 0;
  do {
    for (let batch = 0; batch < 20; batch++) for (const call of CALLS) decide(call);
    decisions += 20 * CALLS.length;
    elapsed = performance.now() - started;
  } while (elapsed < TURN);
  return (decisions / elapsed) * 1000;
}

async function asyncTurn(decide: Decider): Promise<number> {
  const started = performance.now();
  let decisions = 0;
  let elapsed = 0;
  do {
    for (const call of CALLS) await decide(call);
    decisions += CALLS.length;
    elapsed = performance.now() - started;
  } while (elapsed < TURN);
  return (decisions / elapsed) * 1000;
}

/** The decisions a second of each engine in its best round: other work on the machine can only slow it down. */
async function measure(entries: readonly Entry[]): Promise<Map<string, number>> {
  const best = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const { name, decide, asynchronous } of entries) {
      const rate = asynchronous ? await asyncTurn(decide) : turn(decide);
      best.set(name, Math.max(rate, best.get(name) ?? 0));
    }
  }
  return best;
}

/** The milliseconds of some work: the best of 40 times. */
function bestMs(work: () => void): number {
  const times = Array.from({ length: 40 }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return rounded(Math.min(...times));
}

/** The document of 10,000 tools: to compile it, and to compile each of its tools too, which a call does for one. */
const compileTimes = () => ({
  ms: bestMs(() => compile(LARGE)),
  withEveryToolMs: bestMs(() => {
    const { planOf } = compile(LARGE);
    for (const tool of Object.keys(LARGE.tools ?? {})) planOf(tool);
  }),
  atMost: 50,
});

/** What must be reached: how many times the rate of `of` the rate of `name` must be. */
const GOALS = [
  { name: 'callwarden', of: '@marcbachmann/cel-js', atLeast: 1 },
  { name: 'callwarden', of: 'json-logic-js', atLeast: 5 },
  { name: 'callwarden', of: 'json-rules-engine', atLeast: 40 },
  { name: 'callwarden', of: '@cedar-policy/cedar-wasm', atLeast: 100 },
  { name: 'callwarden, counting', of: '@marcbachmann/cel-js', atLeast: 1 / 3 },
  { name: 'callwarden, 10,000 tools', of: 'callwarden, 10 tools', atLeast: 0.9 },
] as const;

const rounded = (value: number): number => Number(value.toPrecision(3));

/**
 * Times the engine beside its peers on the same calls, all of which every engine must answer rightly first.
 * Gives decisions a second, the ratios with what they must reach, and the time to compile 10,000 tools.
 */
export default async function policyBench() {
  const entries = engines();
  for (const entry of entries) await proveRight(entry);
  const rates = await measure(entries);
  const ratio = (name: string, of: string): number => (rates.get(name) ?? 0) / (rates.get(of) ?? 1);
  return {
    decisionsPerSecond: Object.fromEntries([...rates].map(([name, rate]) => [name, Math.round(rate)])),
    ratios: GOALS.map(({ name, of, atLeast }) => ({
      name,
      of,
      ratio: rounded(ratio(name, of)),
      atLeast: rounded(atLeast),
      reached: ratio(name, of) >= atLeast,
    })),
    compile10000Tools: compileTimes(),
  };
}
