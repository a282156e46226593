import { DEFAULT_EXPIRY, expiryMs } from './approvals.ts';
import { type CompiledLimit, compileLimits } from './compile-limits.ts';
import { type CompiledPredicate, compilePredicates } from './compile-predicates.ts';
import { type Decision, deny } from './decision.ts';
import type { Approval, PolicyDocument, SharedRule, ToolRule } from './document.ts';
import * as messages from './messages.ts';
import { pointerOf } from './pointer.ts';
import type { RegexCompiler } from './regex.ts';

/** The approval of a tool, ready to check. */
export interface CompiledApproval {
  readonly rule: string;
  readonly pointer: string;
  readonly onDeny: string | undefined;
  readonly lifetime: number;
}

/** All that is decided about one tool. */
export interface Plan {
  /** Answers at once, for a tool that is hidden or not listed under default deny. */
  readonly gate: ((tool: string) => Decision) | undefined;
  /** The tool's own predicates: `require`, then `deny_if`. Those of `all_tools` follow. */
  readonly predicates: readonly CompiledPredicate[];
  readonly approval: CompiledApproval | undefined;
  /** The limits of the tool, then those of `all_tools`. */
  readonly limits: readonly CompiledLimit[];
}

/** A document made ready to decide. Holds no state: use it for any number of calls. */
export interface CompiledPolicy {
  readonly document: PolicyDocument;
  /** By tool name; hidden and listed tools. */
  readonly plans: ReadonlyMap<string, Plan>;
  /** For every other tool. */
  readonly other: Plan;
  /** The predicates of `all_tools`. */
  readonly shared: readonly CompiledPredicate[];
}

const gated = (gate: (tool: string) => Decision): Plan => ({
  gate,
  predicates: [],
  approval: undefined,
  limits: [],
});

const hidden = (pointer: string): Plan => gated((tool) => deny('(hidden)', pointer, messages.hidden(tool)));

const notListed = gated((tool) => deny('(default deny)', '/default', messages.notListed(tool)));

function compileApproval(tool: string, approval: Approval): CompiledApproval {
  return {
    rule: `/tools/${tool}/approval`,
    pointer: pointerOf(['tools', tool, 'approval']),
    onDeny: approval.on_deny,
    lifetime: expiryMs(approval.expires ?? DEFAULT_EXPIRY),
  };
}

function compileTool(
  tool: string,
  rule: ToolRule,
  shared: SharedRule,
  regex: RegexCompiler | undefined,
): Plan {
  return {
    gate: undefined,
    predicates: compilePredicates(rule, ['tools', tool], regex),
    approval: rule.approval && compileApproval(tool, rule.approval),
    limits: compileLimits([
      { limits: rule.limits, place: ['tools', tool] },
      { limits: shared.limits, place: ['all_tools'] },
    ]),
  };
}

/**
 * Makes a checked document ready to decide.
 *
 * @param regex From `loadRegex(document)`. Without it every `regex` condition is in doubt, and doubt denies.
 */
export function compile(document: PolicyDocument, regex?: RegexCompiler): CompiledPolicy {
  const { all_tools: shared = {}, tools = {}, hide = [] } = document;
  const plans = new Map<string, Plan>();
  const listed = hide[0] === '*' ? [] : Object.entries(tools);
  for (const [tool, rule] of listed) plans.set(tool, compileTool(tool, rule, shared, regex));
  for (const [index, tool] of hide.entries()) plans.set(tool, hidden(`/hide/${index}`));
  return {
    document,
    plans,
    other: otherPlan(document),
    shared: compilePredicates(shared, ['all_tools'], regex),
  };
}

function otherPlan({ hide, default: fallback, all_tools: shared }: PolicyDocument): Plan {
  if (hide?.[0] === '*') return hidden('/hide/0');
  if (fallback === 'deny') return notListed;
  const limits = compileLimits([{ limits: shared?.limits, place: ['all_tools'] }]);
  return { gate: undefined, predicates: [], approval: undefined, limits };
}
