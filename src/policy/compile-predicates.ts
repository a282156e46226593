import type { Condition, Predicate, SharedRule } from './document.ts';
import { testOf } from './operators.ts';
import { type Segment, segmentsOf } from './path.ts';
import { pointerOf } from './pointer.ts';
import { tester } from './read.ts';
import type { RegexCompiler } from './regex.ts';
import { NO, type Truth, YES } from './truth.ts';

/** A condition, ready to test. */
export interface CompiledCondition {
  readonly condition: Condition;
  readonly pointer: string;
  readonly segments: readonly Segment[];
  /** Judges one value found at the path. */
  readonly judge: (found: unknown) => Truth;
  /** Judges the arguments of a call. */
  readonly test: (args: object) => Truth;
}

/** An entry of `require` or `deny_if`, ready to test. */
export interface CompiledPredicate {
  readonly kind: 'require' | 'deny_if';
  readonly rule: string;
  readonly pointer: string;
  readonly onDeny: string | undefined;
  readonly conditions: readonly CompiledCondition[];
  /** Whether this entry denies a call with these arguments: doubt denies. */
  readonly denies: (args: object) => boolean;
}

/** The entries of a rule in the order of evaluation: `require`, then `deny_if`. */
export function compilePredicates(
  rule: SharedRule,
  place: readonly string[],
  regex: RegexCompiler | undefined,
): CompiledPredicate[] {
  const compiled = (kind: 'require' | 'deny_if') =>
    (rule[kind] ?? []).map((predicate, index) => compilePredicate(predicate, kind, place, index, regex));
  return [...compiled('require'), ...compiled('deny_if')];
}

function compilePredicate(
  { conditions, on_deny: onDeny }: Predicate,
  kind: 'require' | 'deny_if',
  place: readonly string[],
  index: number,
  regex: RegexCompiler | undefined,
): CompiledPredicate {
  const pointer = pointerOf([...place, kind, index]);
  const compiled = conditions.map((condition, at) =>
    compileCondition(condition, `${pointer}/conditions/${at}`, regex),
  );
  const [first] = conditions;
  const name = first === undefined ? 'always' : `${first.path}-${first.op}`;
  const holds = allOf(compiled.map(({ test }) => test));
  return {
    kind,
    rule: `/${place.join('/')}/${kind}/${name}`,
    pointer,
    onDeny,
    conditions: compiled,
    denies: kind === 'require' ? (args) => holds(args) !== YES : (args) => holds(args) !== NO,
  };
}

function compileCondition(
  condition: Condition,
  pointer: string,
  regex: RegexCompiler | undefined,
): CompiledCondition {
  const segments = segmentsOf(condition.path);
  const judge = testOf(condition, regex);
  return { condition, pointer, segments, judge, test: tester(segments, judge) };
}

type Test = (args: object) => Truth;

/** AND: false wins over doubt, whatever the order. */
function allOf(tests: readonly Test[]): Test {
  const [only] = tests;
  if (only !== undefined && tests.length === 1) return only;
  return (args) => {
    let all: Truth = YES;
    for (const test of tests) {
      const one = test(args);
      if (one === NO) return NO;
      if (one < all) all = one;
    }
    return all;
  };
}
