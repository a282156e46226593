import { isCountable } from './amount.ts';
import type { Charge } from './counters.ts';
import type { Call } from './decision.ts';
import type { Limit } from './document.ts';
import { segmentsOf } from './path.ts';
import type { Place } from './place.ts';
import { reader } from './read.ts';
import { WINDOW_MS, windowStart } from './window.ts';

/** A limit, ready to count. */
export interface CompiledLimit {
  readonly limit: Limit;
  readonly rule: string;
  readonly pointer: string;
  /** The length of the window in milliseconds. */
  readonly length: number;
  /** What a call adds: a number that `isCountable`, or whatever else stands at the path. */
  readonly step: (args: object) => unknown;
  /** The index of the first limit of the call with the same counter and scope: its own, if it is the first. */
  readonly counts: number;
}

const NONE: readonly CompiledLimit[] = [];
const ONE = (): number => 1;

/** The limits at a place, after those that a call meets before them. */
export function compileLimits(
  limits: readonly Limit[] | undefined,
  { rule, pointer }: Place,
  before: readonly CompiledLimit[] = NONE,
): readonly CompiledLimit[] {
  if (limits === undefined || limits.length === 0) return before;
  const all = [...before];
  for (const [index, limit] of limits.entries()) {
    const same = all.findIndex(
      ({ limit: { counter, scope } }) => counter === limit.counter && scope === limit.scope,
    );
    all.push({
      limit,
      rule: `${rule}/limits/${limit.counter}`,
      pointer: `${pointer}/limits/${index}`,
      length: WINDOW_MS[limit.window],
      step: limit.increment_from === undefined ? ONE : reader(segmentsOf(limit.increment_from)),
      counts: same === -1 ? all.length : same,
    });
  }
  return all;
}

/** The charges of a call, one for each limit, or the first limit whose step cannot be counted. */
export function chargesOf(
  limits: readonly CompiledLimit[],
  call: Call,
  args: object,
): Charge[] | CompiledLimit {
  const steps: number[] = [];
  for (const limit of limits) {
    const step = limit.step(args);
    if (!isCountable(step)) return limit;
    steps.push(step);
    // Limits that share a counter count it once: by the largest of their steps, which is the one that denies soonest.
    if (step > (steps[limit.counts] as number)) steps[limit.counts] = step;
  }
  return limits.map((limit, index) =>
    chargeOf(limit, call, steps[limit.counts] as number, limit.counts !== index),
  );
}

/** The charge of one limit for a call that adds so much. */
export function chargeOf({ length, limit }: CompiledLimit, call: Call, step: number, again = false): Charge {
  const { counter, max, scope } = limit;
  const caller = scope === 'grant' ? call.grant : '';
  return { counter, scope, caller, start: windowStart(call.at, length), step, max, again };
}
