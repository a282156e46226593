import { amountText } from './amount.ts';
import { type CompiledPolicy, compile } from './compile.ts';
import { type CompiledLimit, chargeOf } from './compile-limits.ts';
import type { CompiledCondition, CompiledPredicate } from './compile-predicates.ts';
import type { Count, CounterStore } from './counters.ts';
import { decide } from './decide.ts';
import type { Call, Decision } from './decision.ts';
import type { Json, PolicyDocument } from './document.ts';
import { dryRun } from './dry-run.ts';
import { edited, LEFT_OUT, type Wish, wishes } from './edit.ts';
import { pathOf, type Segment, segmentsOf } from './path.ts';
import { namesOf } from './pointer.ts';
import { sample } from './sample.ts';
import { NO, type Truth, YES } from './truth.ts';

/**
 * One thing to do otherwise. Without `value`, the argument or the place of the document is left out. Several are done
 * in order, so that a pointer means the document as the edits before it left it.
 */
export type Edit =
  | { kind: 'argument'; path: string; value?: Json }
  | { kind: 'document'; pointer: string; value?: Json }
  | { kind: 'time'; at: string }
  | { kind: 'approval' }
  | { kind: 'calls'; more: number };

/** A call, changed step by step to see what would be decided. */
export interface Attempt {
  policy: CompiledPolicy;
  call: Call & { args: object };
  approved: boolean;
  edits: readonly Edit[];
  /** The counts that it meets. */
  read: CounterStore['read'];
}

/** How many steps one condition may take: the elements that `[*]` may have to change. */
const STEPS = 12;

/** What is decided about an attempt. Counts nothing. */
export const decided = ({ approved, call, policy, read }: Attempt): Decision =>
  decide(policy, call, dryRun(read, approved ? call.at : undefined));

/** The attempt with one more edit; an argument that is set twice in a row is told once. */
function also(attempt: Attempt, edit: Edit, changed: Partial<Attempt>): Attempt {
  const last = attempt.edits.at(-1);
  const again =
    edit.kind === 'argument' && last?.kind === 'argument' && last.path === edit.path && 'value' in last;
  return { ...attempt, ...changed, edits: [...attempt.edits.slice(0, again ? -1 : undefined), edit] };
}

export const withApproval = (attempt: Attempt): Attempt =>
  also(attempt, { kind: 'approval' }, { approved: true });

/** The attempt under a document with one place set, or left out. */
export function withDocument(attempt: Attempt, pointer: string, value?: Json): Attempt | undefined {
  const { document, regex } = attempt.policy;
  const changed = edited(document, namesOf(pointer), value ?? LEFT_OUT);
  if (changed === undefined) return undefined;
  const edit: Edit = { kind: 'document', pointer, ...(value !== undefined && { value }) };
  return also(attempt, edit, { policy: compile(changed as PolicyDocument, regex) });
}

/** The attempt with one argument set, or left out. */
function withArgument(attempt: Attempt, place: readonly Segment[], wish: Wish): Attempt | undefined {
  const args = edited(attempt.call.args, place, wish);
  if (typeof args !== 'object' || args === null) return undefined;
  const edit: Edit = { kind: 'argument', path: pathOf(place), ...(wish !== LEFT_OUT && { value: wish }) };
  return also(attempt, edit, { call: { ...attempt.call, args } });
}

/** The attempt with arguments for which a condition comes out as wanted. */
function withCondition(start: Attempt, condition: CompiledCondition, wanted: Truth): Attempt | undefined {
  let attempt = start;
  for (let step = 0; step < STEPS; step++) {
    const truth = condition.test(attempt.call.args);
    if (truth === wanted) return attempt;
    const place = sample(attempt.call.args, condition.segments, condition.judge, truth);
    const wish = wishes(condition.condition, wanted).find(
      (one) => condition.judge(one === LEFT_OUT ? undefined : one) === wanted,
    );
    const next = wish === undefined ? undefined : withArgument(attempt, place.segments, wish);
    if (next === undefined) return undefined;
    attempt = next;
  }
  return undefined;
}

/** The attempt with arguments for which every condition of a predicate holds, or one does not. */
export function withPredicate(
  attempt: Attempt,
  { conditions }: CompiledPredicate,
  wanted: Truth,
): Attempt | undefined {
  if (wanted === YES) {
    return conditions.reduce<Attempt | undefined>((so, one) => so && withCondition(so, one, YES), attempt);
  }
  for (const condition of conditions) {
    const found = withCondition(attempt, condition, NO);
    if (found !== undefined) return found;
  }
  return undefined;
}

const countOf = ({ call, read }: Attempt, limit: CompiledLimit): Count => read(chargeOf(limit, call, 0));

/** How many wholes more fit under a limit. Good enough to try a number; the engine counts exactly. */
const room = (attempt: Attempt, limit: CompiledLimit): number =>
  Math.floor(limit.limit.max - Number(amountText(countOf(attempt, limit).amount)));

/** The attempt that adds no more than there is room for, or that waits for the next window. */
export function withinLimit(attempt: Attempt, limit: CompiledLimit): Attempt | undefined {
  const { increment_from: from, max } = limit.limit;
  const step = limit.step(attempt.call.args);
  if (typeof step === 'number' && step >= 0 && step <= max) {
    const at = countOf(attempt, limit).start + limit.length;
    return also(attempt, { kind: 'time', at: new Date(at).toISOString() }, { call: { ...attempt.call, at } });
  }
  if (from === undefined) return undefined;
  return withArgument(attempt, segmentsOf(from), Math.max(0, room(attempt, limit)));
}

/** The attempt that adds more than there is room for, or so many more calls. */
export function beyondLimit(attempt: Attempt, limit: CompiledLimit): Attempt | undefined {
  const { increment_from: from } = limit.limit;
  const left = room(attempt, limit);
  if (from !== undefined) return withArgument(attempt, segmentsOf(from), left + 1);
  return also(attempt, { kind: 'calls', more: left }, {});
}
