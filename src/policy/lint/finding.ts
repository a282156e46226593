import type { PolicyDocument } from '../document.ts';
import type { RegexCompiler } from '../regex.ts';

/** What lint must know of a server to check a document against it. */
export interface LintServer {
  tools: readonly LintTool[];
}

export interface LintTool {
  name: string;
  /** JSON Schema of the arguments. */
  inputSchema?: unknown;
  /** How bad one wrong call can get; only `critical` matters here. */
  level?: string;
}

/** `error`: does what nobody can want. `warning`: probably does not do what it says. `note`: worth a look. */
export type Level = 'error' | 'warning' | 'note';

/** One thing in a valid document that does not do what it says. */
export interface Finding {
  /** The id of the lint rule. */
  rule: string;
  level: Level;
  /** Where: an RFC 6901 JSON Pointer. */
  pointer: string;
  message: string;
}

/** What the rules look at. */
export interface LintContext {
  document: PolicyDocument;
  server: LintServer | undefined;
  /** Without it, patterns are not looked at. */
  regex: RegexCompiler | undefined;
}

/** One lint rule. */
export interface LintRule {
  id: string;
  level: Level;
  description: string;
  check(context: LintContext): Omit<Finding, 'rule' | 'level'>[];
}
