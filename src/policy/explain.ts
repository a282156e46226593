import { type Change, nearestChange } from './change.ts';
import type { CompiledPolicy } from './compile.ts';
import { decide, type State } from './decide.ts';
import type { Call, Decision } from './decision.ts';
import { snapshot } from './dry-run.ts';
import { type Step, traceOf } from './trace.ts';

/** A decision with its reasons. */
export interface Explanation extends Decision {
  /** Every step taken, with the values compared, up to the one that decided. */
  readonly trace: readonly Step[];
  /** The nearest change found that would flip the decision. */
  readonly change?: Change;
}

/**
 * Decides one call as `decide` does, counting included, and tells how: the way for people to understand a decision,
 * and slower. Never throws; a call that cannot be read has no trace.
 */
export function explain(policy: CompiledPolicy | undefined, call: Call, state: State): Explanation {
  const read = attempt(() => snapshot(policy?.planOf(call.tool).limits ?? [], call, state.counters));
  const decision = decide(policy, call, state);
  if (policy == null || read === undefined || UNTOLD.has(decision.rule)) return { ...decision, trace: [] };
  const trace = attempt(() => traceOf(policy, call, decision, read)) ?? [];
  const change = attempt(() => nearestChange(policy, call, read, decision.outcome));
  return { ...decision, trace, ...(change && { change }) };
}

/** Rules that no document states. */
const UNTOLD = new Set(['(no policy)', '(bad call)', '(unreadable)']);

function attempt<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
