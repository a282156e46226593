import type { CategoryId } from '../model/category.ts';
import type { CategoryWords } from '../model/taxonomy.ts';
import type { Limit, PolicyDocument, ToolRule } from '../policy/document.ts';
import type { Hazard } from '../risk/hazards.ts';
import { parametersOf } from '../risk/parameters.ts';
import { type AppliedGuard, guardRules, guardsFor } from './guards.ts';
import { type OptInCondition, optInConditions, optInRule } from './opt-in.ts';

/** What the recommendation must know of a tool. */
export interface RecommendableTool {
  name: string;
  category: CategoryId;
  inputSchema: unknown;
  hazards: readonly Hazard[];
}

/** A document that lets a tool pass under conditions, beside one that always denies it. */
export interface OptIn {
  conditions: OptInCondition[];
  guards: AppliedGuard[];
  rule: ToolRule;
}

/**
 * The one rule for a tool. Page, FAQ, server document, proof and simulator all show this value, so none
 * can say what another does not do.
 */
export type Recommendation =
  | { stance: 'limited'; rule: ToolRule; limit: Limit; guards: AppliedGuard[] }
  | { stance: 'denied'; rule: ToolRule; message: string; optIn: OptIn | undefined };

/** Categories whose always-deny stands beside an opt-in variant. */
const OPT_IN_FOR: ReadonlySet<CategoryId> = new Set(['destructive', 'financial']);

function limited(tool: RecommendableTool, max: number): Recommendation {
  const limit: Limit = { counter: `${tool.name}_rate`, window: 'minute', max, scope: 'grant' };
  const guards = guardsFor(tool.hazards);
  return { stance: 'limited', rule: { ...guardRules(guards), limits: [limit] }, limit, guards };
}

function optInFor(tool: RecommendableTool): OptIn {
  const guards = guardsFor(tool.hazards);
  const financial = tool.category === 'financial';
  const conditions = optInConditions(tool.hazards, parametersOf(tool.inputSchema), financial);
  return { conditions, guards, rule: optInRule(tool.name, conditions, guards) };
}

/** The recommended rule for a tool, by its category and its hazards. Pure and total. */
export function recommend(tool: RecommendableTool, words: CategoryWords): Recommendation {
  if (words.limit !== undefined) return limited(tool, words.limit);
  const message = words.deny as string;
  return {
    stance: 'denied',
    rule: { deny_if: [{ conditions: [], on_deny: message }] },
    message,
    optIn: OPT_IN_FOR.has(tool.category) ? optInFor(tool) : undefined,
  };
}

/** A complete document from rules by tool name, in the order given. Whatever is not listed is denied. */
export const documentOf = (rules: readonly (readonly [string, ToolRule])[]): PolicyDocument => ({
  version: '1',
  default: 'deny',
  tools: Object.fromEntries(rules) as Record<string, ToolRule>,
});
