import type { Condition, Limit, PolicyDocument, Predicate, SharedRule } from '../document.ts';
import { type Segment, segmentsOf } from '../path.ts';
import { pointerOf } from '../pointer.ts';

/** The rules of one tool, or those of all tools. */
export interface RuleAt {
  /** `undefined` for `all_tools`. */
  tool: string | undefined;
  rule: SharedRule;
  pointer: string;
}

export interface PredicateAt {
  tool: string | undefined;
  kind: 'require' | 'deny_if';
  predicate: Predicate;
  pointer: string;
}

export interface ConditionAt {
  tool: string | undefined;
  kind: 'require' | 'deny_if';
  condition: Condition;
  segments: Segment[];
  pointer: string;
}

/** All rules of a document: those of each tool, then those of all tools. */
export function rulesOf({ all_tools, tools = {} }: PolicyDocument): RuleAt[] {
  const own = Object.entries(tools).map(([tool, rule]) => ({
    tool,
    rule,
    pointer: pointerOf(['tools', tool]),
  }));
  return all_tools === undefined
    ? own
    : [...own, { tool: undefined, rule: all_tools, pointer: '/all_tools' }];
}

/** The entries of a rule, in the order of evaluation. */
export const predicatesOf = ({ tool, rule, pointer }: RuleAt): PredicateAt[] =>
  (['require', 'deny_if'] as const).flatMap((kind) =>
    (rule[kind] ?? []).map((predicate, index) => ({
      tool,
      kind,
      predicate,
      pointer: `${pointer}/${kind}/${index}`,
    })),
  );

export const conditionsOf = ({ tool, kind, predicate, pointer }: PredicateAt): ConditionAt[] =>
  predicate.conditions.map((condition, index) => ({
    tool,
    kind,
    condition,
    segments: segmentsOf(condition.path),
    pointer: `${pointer}/conditions/${index}`,
  }));

/** All conditions of a document. */
export const allConditions = (document: PolicyDocument): ConditionAt[] =>
  rulesOf(document).flatMap(predicatesOf).flatMap(conditionsOf);

/** All limits of a document. */
export const allLimits = (document: PolicyDocument): { limit: Limit; pointer: string }[] =>
  rulesOf(document).flatMap(({ rule, pointer }) =>
    (rule.limits ?? []).map((limit, index) => ({ limit, pointer: `${pointer}/limits/${index}` })),
  );
