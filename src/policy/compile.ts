import { DEFAULT_EXPIRY, expiryMs } from './approvals.ts';
import { type CompiledLimit, compileLimits } from './compile-limits.ts';
import { type CompiledPredicate, compilePredicates } from './compile-predicates.ts';
import { type Decision, deny } from './decision.ts';
import type { Approval, PolicyDocument, SharedRule, ToolRule } from './document.ts';
import * as messages from './messages.ts';
import { ALL_TOOLS, type Place, placeOfTool } from './place.ts';
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

/** A document made ready to decide. Use it for any number of calls; what changes from call to call is elsewhere. */
export interface CompiledPolicy {
  readonly document: PolicyDocument;
  readonly regex: RegexCompiler | undefined;
  /** What is decided about a tool. Its rules are compiled when it is first called, so that large documents cost no wait. */
  readonly planOf: (tool: string) => Plan;
  /** The predicates of `all_tools`, which follow those of the tool. */
  readonly shared: readonly CompiledPredicate[];
}

/** Whether a tool is to be left out of `tools/list`. A call of it is denied too, should the client know its name. */
export const isHidden = ({ document: { hide = [] } }: CompiledPolicy, tool: string): boolean =>
  hide[0] === '*' || hide.includes(tool);

const gated = (gate: (tool: string) => Decision): Plan => ({
  gate,
  predicates: [],
  approval: undefined,
  limits: [],
});

const hidden = (pointer: string): Plan => gated((tool) => deny('(hidden)', pointer, messages.hidden(tool)));

const notListed = gated((tool) => deny('(default deny)', '/default', messages.notListed(tool)));

function compileApproval(
  { on_deny: onDeny, expires = DEFAULT_EXPIRY }: Approval,
  place: Place,
): CompiledApproval {
  return {
    rule: `${place.rule}/approval`,
    pointer: `${place.pointer}/approval`,
    onDeny,
    lifetime: expiryMs(expires),
  };
}

function compileTool(
  tool: string,
  rule: ToolRule,
  shared: SharedRule | undefined,
  regex: RegexCompiler | undefined,
): Plan {
  const place = placeOfTool(tool);
  return {
    gate: undefined,
    predicates: compilePredicates(rule, place, regex),
    approval: rule.approval && compileApproval(rule.approval, place),
    limits: compileLimits(shared?.limits, ALL_TOOLS, compileLimits(rule.limits, place)),
  };
}

/** What is decided about a tool that is neither hidden by name nor listed. */
function otherPlan({ hide, default: fallback, all_tools: shared }: PolicyDocument): Plan {
  if (hide?.[0] === '*') return hidden('/hide/0');
  if (fallback === 'deny') return notListed;
  return {
    gate: undefined,
    predicates: [],
    approval: undefined,
    limits: compileLimits(shared?.limits, ALL_TOOLS),
  };
}

/**
 * Makes a checked document ready to decide.
 *
 * @param regex From `loadRegex(document)`. Without it every `regex` condition is in doubt, and doubt denies.
 */
export function compile(document: PolicyDocument, regex?: RegexCompiler): CompiledPolicy {
  const { all_tools: shared, tools = {}, hide = [] } = document;
  const plans = new Map(hide.map((tool, index) => [tool, hidden(`/hide/${index}`)]));
  const other = otherPlan(document);
  const listed = (tool: string): boolean => hide[0] !== '*' && Object.hasOwn(tools, tool);
  return {
    document,
    regex,
    shared: shared === undefined ? [] : compilePredicates(shared, ALL_TOOLS, regex),
    planOf(tool) {
      const known = plans.get(tool);
      if (known !== undefined) return known;
      if (!listed(tool)) return other;
      const plan = compileTool(tool, tools[tool] as ToolRule, shared, regex);
      plans.set(tool, plan);
      return plan;
    },
  };
}
