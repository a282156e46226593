import type { PolicyDocument } from './document.ts';
import { ARGUMENTS } from './lint/arguments.ts';
import type { Finding, LintRule, LintServer } from './lint/finding.ts';
import { LIMITS } from './lint/limits.ts';
import { LISTING } from './lint/listing.ts';
import { PATTERNS } from './lint/patterns.ts';
import { REACH } from './lint/reach.ts';
import type { RegexCompiler } from './regex.ts';

export type { Finding, Level, LintRule, LintServer, LintTool } from './lint/finding.ts';

/** Every lint rule. */
export const LINT_RULES: readonly LintRule[] = [...LISTING, ...REACH, ...LIMITS, ...ARGUMENTS, ...PATTERNS];

/**
 * Finds what a valid document does not do although it says so.
 *
 * @param server The server it is for, if known: its tools, with their input schemas and risk levels.
 * @param regex From `loadRegex(document)`; without it patterns are not looked at.
 */
export function lint(document: PolicyDocument, server?: LintServer, regex?: RegexCompiler): Finding[] {
  return LINT_RULES.flatMap(({ id, level, check }) =>
    check({ document, server, regex }).map((found) => ({ rule: id, level, ...found })),
  );
}
