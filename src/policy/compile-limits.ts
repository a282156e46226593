import { isCountable } from './amount.ts';
import type { Charge } from './counters.ts';
import type { Call } from './decision.ts';
import type { Limit } from './document.ts';
import { segmentsOf } from './path.ts';
import { pointerOf } from './pointer.ts';
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

/** The limits that one call meets, in order. */
export function compileLimits(
  lists: readonly { limits: readonly Limit[] | undefined; place: readonly string[] }[],
): CompiledLimit[] {
  const found = lists.flatMap(({ limits = [], place }) =>
    limits.map((limit, index) => ({ limit, place, pointer: pointerOf([...place, 'limits', index]) })),
  );
  return found.map(({ limit, place, pointer }) => ({
    limit,
    rule: `/${place.join('/')}/limits/${limit.counter}`,
    pointer,
    length: WINDOW_MS[limit.window],
    step: limit.increment_from === undefined ? () => 1 : reader(segmentsOf(limit.increment_from)),
    counts: found.findIndex(({ limit: other }) => sameCounter(other, limit)),
  }));
}

const sameCounter = (a: Limit, b: Limit): boolean => a.counter === b.counter && a.scope === b.scope;

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
  return limits.map(({ limit, length, counts }, index) => ({
    counter: limit.counter,
    scope: limit.scope,
    caller: limit.scope === 'grant' ? call.grant : '',
    start: windowStart(call.at, length),
    step: steps[counts] as number,
    max: limit.max,
    again: counts !== index,
  }));
}
