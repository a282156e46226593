import { type ApprovalStore, fingerprint, type GivenApproval, memoryApprovals } from './approvals.ts';
import type { CompiledApproval, CompiledPolicy, Plan } from './compile.ts';
import { type CompiledLimit, chargesOf } from './compile-limits.ts';
import { type CompiledPredicate, denies } from './compile-predicates.ts';
import { type Charge, type CounterStore, memoryCounters, type Reservation } from './counters.ts';
import { ALLOW, type Call, type Decision, deny } from './decision.ts';
import * as messages from './messages.ts';
import { isPlain } from './read.ts';
import { TIME_MAX } from './window.ts';

/** What changes from call to call. */
export interface State {
  readonly counters: CounterStore;
  /** Without it no approval is ever presented, so that a call which needs one is asked for. */
  readonly approvals?: ApprovalStore;
}

/** Empty state, in memory. */
export const memoryState = () => ({ counters: memoryCounters(), approvals: memoryApprovals() });

const NO_POLICY: Decision = Object.freeze(deny('(no policy)', '', messages.noPolicy));
const BAD_CALL: Decision = Object.freeze(deny('(bad call)', '', messages.badCall));
const UNREADABLE: Decision = Object.freeze(deny('(unreadable)', '', messages.unreadable));
const NO_ARGS = Object.freeze({});

/**
 * Decides one call. Counts it, and uses up its approval, where it is allowed: `settle` the decision once the
 * outcome is known. Never throws, whatever the call or the stores do: what cannot be read is denied.
 */
export function decide(policy: CompiledPolicy | undefined, call: Call, state: State): Decision {
  try {
    if (policy == null) return NO_POLICY;
    return isCall(call) ? judge(policy, call, call.args ?? NO_ARGS, state) : BAD_CALL;
  } catch {
    return UNREADABLE;
  }
}

const isCall = ({ tool, args, grant, at }: Call): boolean =>
  typeof tool === 'string' &&
  typeof grant === 'string' &&
  typeof at === 'number' &&
  Math.abs(at) <= TIME_MAX &&
  (args === undefined ||
    (typeof args === 'object' && args !== null && !Array.isArray(args) && isPlain(args)));

function judge(policy: CompiledPolicy, call: Call, args: object, state: State): Decision {
  const plan = policy.planOf(call.tool);
  if (plan.gate !== undefined) return plan.gate(call.tool);
  const denying = firstDenying(plan.predicates, args) ?? firstDenying(policy.shared, args);
  if (denying !== undefined) {
    const { pointer, message } = messages.predicateDenies(call.tool, denying, args);
    return deny(denying.rule, pointer, message);
  }
  if (plan.approval !== undefined) return withApproval(plan, plan.approval, call, args, state);
  return plan.limits.length === 0 ? ALLOW : count(plan.limits, call, args, state.counters);
}

function firstDenying(predicates: readonly CompiledPredicate[], args: object): CompiledPredicate | undefined {
  for (const predicate of predicates) if (denies(predicate, args)) return predicate;
  return undefined;
}

/** Reserves what the call counts, all or nothing. */
function count(limits: readonly CompiledLimit[], call: Call, args: object, counters: CounterStore): Decision {
  const charges = chargesOf(limits, call, args);
  if (!Array.isArray(charges)) {
    const limit = charges as CompiledLimit;
    return deny(limit.rule, limit.pointer, messages.stepDenies(call.tool, limit, limit.step(args)));
  }
  const reserved = counters.reserve(charges);
  if (typeof reserved !== 'number') return { ...ALLOW, reservation: reserved };
  return exceeded(limits[reserved] as CompiledLimit, charges[reserved] as Charge, call, counters);
}

function exceeded(limit: CompiledLimit, charge: Charge, call: Call, counters: CounterStore): Decision {
  const counted = counters.read(charge);
  const resets = counted.start + limit.length;
  const message = messages.limitDenies(call.tool, limit, charge, counted, resets);
  return { ...deny(limit.rule, limit.pointer, message), retry_after_ms: Math.ceil(resets - call.at) };
}

/** Asks, unless an approval for exactly this call is presented; then counts. */
function withApproval(
  plan: Plan,
  approval: CompiledApproval,
  call: Call,
  args: object,
  state: State,
): Decision {
  const print = fingerprint(call.tool, args);
  if (print === undefined) return deny(approval.rule, approval.pointer, messages.cannotAsk(call.tool));
  const given = state.approvals?.take(call.grant, print);
  if (state.approvals === undefined || given === undefined || !isGood(given, approval, call.at)) {
    const message = approval.onDeny ?? messages.asks(call.tool);
    return { outcome: 'ask', rule: approval.rule, pointer: approval.pointer, message };
  }
  const decision = count(plan.limits, call, args, state.counters);
  if (decision.outcome === 'allow')
    return { ...decision, reservation: spent(state.approvals, given, decision.reservation) };
  state.approvals.give(given);
  return decision;
}

/** An approval is good from when it was given until it expires; a clock that ran back makes it doubtful. */
const isGood = ({ at }: GivenApproval, { lifetime }: CompiledApproval, now: number): boolean =>
  now >= at && now - at < lifetime;

/** The reservation of a call that used an approval: a roll back gives both back. */
function spent(
  approvals: ApprovalStore,
  given: GivenApproval,
  counted: Reservation | undefined,
): Reservation {
  let open = true;
  return {
    keep() {
      open = false;
      counted?.keep();
    },
    rollBack() {
      if (open) approvals.give(given);
      open = false;
      counted?.rollBack();
    },
  };
}
