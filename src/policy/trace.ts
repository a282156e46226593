import { amountText, fits } from './amount.ts';
import type { CompiledPolicy, Plan } from './compile.ts';
import { type CompiledLimit, chargesOf } from './compile-limits.ts';
import { type CompiledCondition, type CompiledPredicate, denies } from './compile-predicates.ts';
import type { Charge, CounterStore } from './counters.ts';
import type { Call, Decision } from './decision.ts';
import type { Json, PolicyDocument, Scope, WindowName } from './document.ts';
import { pathOf } from './path.ts';
import { sample } from './sample.ts';
import { shown } from './shown.ts';

/** What a condition compared. */
export interface Comparison {
  pointer: string;
  /** The path that decided, with `[*]` filled in. */
  path: string;
  op: string;
  /** The value of the document. */
  value: Json;
  /** The argument, as text: JSON for scalars, `missing` where nothing is there. */
  found: string;
  holds: boolean | 'indeterminate';
}

/** What a limit met. */
export interface Counting {
  counter: string;
  window: WindowName;
  scope: Scope;
  max: number;
  /** What the call adds: a number, or as text what stands there instead. */
  adds: number | string;
  /** What was counted before the call, in decimal digits. */
  counted?: string;
  /** When the window ends: ISO 8601. */
  resets?: string;
}

/** One step of the order of evaluation. */
export interface Step {
  check: 'hide' | 'default' | 'require' | 'deny_if' | 'approval' | 'limit';
  rule: string;
  pointer: string;
  result: 'pass' | 'deny' | 'ask';
  conditions?: Comparison[];
  counting?: Counting;
}

const HOLDS = [false, 'indeterminate', true] as const;

function comparison(
  { condition, judge, pointer, segments, test }: CompiledCondition,
  args: object,
): Comparison {
  const truth = test(args);
  const { segments: place, value } = sample(args, segments, judge, truth);
  return {
    pointer,
    path: pathOf(place),
    op: condition.op,
    value: condition.value,
    found: shown(value),
    holds: HOLDS[truth],
  };
}

function predicateStep(predicate: CompiledPredicate, args: object): Step {
  const { conditions, kind, pointer, rule } = predicate;
  return {
    check: kind,
    rule,
    pointer,
    result: denies(predicate, args) ? 'deny' : 'pass',
    conditions: conditions.map((condition) => comparison(condition, args)),
  };
}

/** The steps of `hide` and `default`. */
function gateSteps({ gate }: Plan, { hide }: PolicyDocument, tool: string): Step[] {
  const closed = gate?.(tool);
  const steps: Step[] = [
    { check: 'hide', rule: '(hidden)', pointer: hide === undefined ? '' : '/hide', result: 'pass' },
    { check: 'default', rule: '(default deny)', pointer: '/default', result: 'pass' },
  ];
  return steps.map((step) =>
    step.rule === closed?.rule ? { ...step, pointer: closed.pointer, result: 'deny' } : step,
  );
}

function approvalSteps({ approval }: Plan, decision: Decision): Step[] {
  if (approval === undefined) return [];
  const { pointer, rule } = approval;
  const result = decision.rule !== rule || decision.outcome === 'allow' ? 'pass' : decision.outcome;
  return [{ check: 'approval', rule, pointer, result }];
}

const uncountable = ({ limit, pointer, rule, step }: CompiledLimit, args: object): Step => {
  const { counter, max, scope, window } = limit;
  return {
    check: 'limit',
    rule,
    pointer,
    result: 'deny',
    counting: { counter, window, scope, max, adds: shown(step(args)) },
  };
};

function limitStep(
  { length, limit, pointer, rule }: CompiledLimit,
  charge: Charge,
  read: CounterStore['read'],
): Step {
  const { counter, max, scope, window } = limit;
  const { amount, start } = read(charge);
  const resets = new Date(start + length).toISOString();
  return {
    check: 'limit',
    rule,
    pointer,
    result: fits(amount, charge.step, max) ? 'pass' : 'deny',
    counting: { counter, window, scope, max, adds: charge.step, counted: amountText(amount), resets },
  };
}

function limitSteps({ limits }: Plan, call: Call, args: object, read: CounterStore['read']): Step[] {
  const charges = chargesOf(limits, call, args);
  if (!Array.isArray(charges)) return [uncountable(charges as CompiledLimit, args)];
  return charges.map((charge, index) => limitStep(limits[index] as CompiledLimit, charge, read));
}

/**
 * Every step that a decision took, up to the one that decided.
 *
 * @param read The counts that the call met.
 */
export function traceOf(
  policy: CompiledPolicy,
  call: Call,
  decision: Decision,
  read: CounterStore['read'],
): Step[] {
  const { args = {}, tool } = call;
  const plan = policy.planOf(tool);
  const predicates = plan.gate === undefined ? [...plan.predicates, ...policy.shared] : [];
  const steps = [
    ...gateSteps(plan, policy.document, tool),
    ...predicates.map((predicate) => predicateStep(predicate, args)),
    ...approvalSteps(plan, decision),
    ...limitSteps(plan, call, args, read),
  ];
  const last = steps.findIndex(({ result }) => result !== 'pass');
  return last === -1 ? steps : steps.slice(0, last + 1);
}
