import type { Condition, Predicate, SharedRule } from './document.ts';
import { testOf } from './operators.ts';
import { EACH, type Segment, segmentsOf } from './path.ts';
import type { Place } from './place.ts';
import { anyOf, reader } from './read.ts';
import type { RegexCompiler } from './regex.ts';
import { shown } from './shown.ts';
import { NO, type Truth, YES } from './truth.ts';

/** A condition, ready to test. */
export interface CompiledCondition {
  readonly condition: Condition;
  readonly pointer: string;
  readonly segments: readonly Segment[];
  /** The condition in words, such as `args.amount gt 100`. */
  readonly claim: string;
  /** Reads the value that the path leads to; `undefined` for a path with `[*]`, which leads to many. */
  readonly read: ((args: object) => unknown) | undefined;
  /** Judges one value found at the path. */
  readonly judge: (found: unknown) => Truth;
  /** Judges the arguments of a call. */
  readonly test: Test;
}

/** An entry of `require` or `deny_if`, ready to test. */
export interface CompiledPredicate {
  readonly kind: Kind;
  readonly rule: string;
  readonly pointer: string;
  readonly onDeny: string | undefined;
  readonly conditions: readonly CompiledCondition[];
  /** Whether all conditions hold. */
  readonly test: Test;
}

type Kind = 'require' | 'deny_if';
type Test = (args: object) => Truth;

/** Whether a predicate denies a call: doubt denies. */
export function denies({ kind, test }: CompiledPredicate, args: object): boolean {
  return kind === 'require' ? test(args) !== YES : test(args) !== NO;
}

/** The entries of a rule in the order of evaluation: `require`, then `deny_if`. */
export function compilePredicates(
  rule: SharedRule,
  place: Place,
  regex: RegexCompiler | undefined,
): readonly CompiledPredicate[] {
  const required = compileList(rule.require, 'require', place, regex);
  const denying = compileList(rule.deny_if, 'deny_if', place, regex);
  return required.length === 0 ? denying : [...required, ...denying];
}

const NONE: readonly CompiledPredicate[] = [];

const compileList = (
  predicates: readonly Predicate[] | undefined,
  kind: Kind,
  place: Place,
  regex: RegexCompiler | undefined,
): readonly CompiledPredicate[] =>
  predicates?.map((predicate, index) => compilePredicate(predicate, kind, index, place, regex)) ?? NONE;

function compilePredicate(
  { conditions, on_deny: onDeny }: Predicate,
  kind: Kind,
  index: number,
  place: Place,
  regex: RegexCompiler | undefined,
): CompiledPredicate {
  const pointer = `${place.pointer}/${kind}/${index}`;
  const compiled = conditions.map((condition, at) =>
    compileCondition(condition, `${pointer}/conditions/${at}`, regex),
  );
  const [first] = conditions;
  const name = first === undefined ? 'always' : `${first.path}-${first.op}`;
  return {
    kind,
    rule: `${place.rule}/${kind}/${name}`,
    pointer,
    onDeny,
    conditions: compiled,
    test: allOf(compiled),
  };
}

function compileCondition(
  condition: Condition,
  pointer: string,
  regex: RegexCompiler | undefined,
): CompiledCondition {
  const segments = segmentsOf(condition.path);
  const judge = testOf(condition, regex);
  const read = segments.includes(EACH) ? undefined : reader(segments);
  const test: Test = read === undefined ? anyOf(segments, judge) : (args) => judge(read(args));
  const claim = `${condition.path} ${condition.op} ${shown(condition.value)}`;
  return { condition, pointer, segments, claim, read, judge, test };
}

/** AND: false wins over doubt, whatever the order. */
function allOf(conditions: readonly CompiledCondition[]): Test {
  const [only] = conditions;
  if (only !== undefined && conditions.length === 1) return only.test;
  return (args) => {
    let all: Truth = YES;
    for (const { test } of conditions) {
      const one = test(args);
      if (one === NO) return NO;
      if (one < all) all = one;
    }
    return all;
  };
}
