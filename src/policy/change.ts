import {
  type Attempt,
  beyondLimit,
  decided,
  type Edit,
  withApproval,
  withDocument,
  withinLimit,
  withPredicate,
} from './attempt.ts';
import type { CompiledPolicy } from './compile.ts';
import type { CounterStore } from './counters.ts';
import type { Call, Decision, Outcome } from './decision.ts';
import { placeOfTool } from './place.ts';
import { NO, YES } from './truth.ts';

/** What would have to be otherwise for another outcome; all but `calls` was tried out by deciding again. */
export interface Change {
  outcome: Outcome;
  edits: readonly Edit[];
}

/** How many rules may have to be got out of the way. */
const STEPS = 12;

const RANK: Record<Outcome, number> = { deny: 0, ask: 1, allow: 2 };

/**
 * The nearest change that would flip a decision: a denied call into one that is asked for or allowed, one that is
 * asked for into an allowed one, an allowed one into a denied one. `undefined` where none was found.
 *
 * @param read The counts that the call met.
 */
export function nearestChange(
  policy: CompiledPolicy,
  call: Call,
  read: CounterStore['read'],
  outcome: Outcome,
): Change | undefined {
  const start = { policy, call: { ...call, args: call.args ?? {} }, edits: [], read };
  return outcome === 'allow'
    ? towardsDeny({ ...start, approved: true })
    : towardsAllow({ ...start, approved: false }, outcome);
}

function towardsAllow(start: Attempt, from: Outcome): Change | undefined {
  let attempt: Attempt | undefined = start;
  for (let step = 0; step < STEPS && attempt !== undefined; step++) {
    const decision = decided(attempt);
    if (RANK[decision.outcome] > RANK[from]) return { outcome: decision.outcome, edits: attempt.edits };
    attempt = mended(attempt, decision);
  }
  return undefined;
}

/** The attempt with the rule that stopped it out of the way: by its arguments if they will do, else by the document. */
function mended(attempt: Attempt, { outcome, pointer, rule }: Decision): Attempt | undefined {
  const { call, policy } = attempt;
  if (outcome === 'ask') return withApproval(attempt);
  if (rule === '(hidden)') return withDocument(attempt, pointer);
  if (rule === '(default deny)') return withDocument(attempt, placeOfTool(call.tool).pointer, {});
  const plan = policy.planOf(call.tool);
  const predicate = [...plan.predicates, ...policy.shared].find((one) =>
    `${pointer}/`.startsWith(`${one.pointer}/`),
  );
  if (predicate !== undefined) {
    const wanted = predicate.kind === 'require' ? YES : NO;
    return withPredicate(attempt, predicate, wanted) ?? withDocument(attempt, predicate.pointer);
  }
  const limit = plan.limits.find((one) => one.pointer === pointer);
  return limit && (withinLimit(attempt, limit) ?? withDocument(attempt, pointer));
}

/** Few edits are nearer than many, and a value is nearer than none. */
const effort = ({ edits }: Attempt): number =>
  edits.reduce((sum, edit) => sum + ('value' in edit ? 2 : 3), 0);

/** The fewest arguments that would fire a predicate; where there is none, what would exceed a limit. */
function towardsDeny(start: Attempt): Change | undefined {
  const { predicates, limits } = start.policy.planOf(start.call.tool);
  const fired = [...predicates, ...start.policy.shared]
    .flatMap((one) => withPredicate(start, one, one.kind === 'deny_if' ? YES : NO) ?? [])
    .filter((attempt) => decided(attempt).outcome === 'deny')
    .toSorted((a, b) => effort(a) - effort(b));
  const nearest =
    fired[0] ?? limits.map((limit) => beyondLimit(start, limit)).find((attempt) => attempt !== undefined);
  return nearest && { outcome: 'deny', edits: nearest.edits };
}
