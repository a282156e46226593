/**
 * What decides: a checked document in, decisions out. Holds neither the schema library nor the regex library, so
 * that a page which only decides stays small. `index.ts` adds what reads, checks and tests documents.
 */
export { amountText } from './amount.ts';
export * from './approvals.ts';
export type { Edit } from './attempt.ts';
export type { Change } from './change.ts';
export { type CompiledPolicy, compile, isHidden } from './compile.ts';
export * from './counters.ts';
export { decide, memoryState, type State } from './decide.ts';
export { type Call, type Decision, type Outcome, settle, toolResult } from './decision.ts';
export type * from './document.ts';
export { dryRun } from './dry-run.ts';
export { type Explanation, explain } from './explain.ts';
export { loadRegex, type RegexCompiler, usesRegex } from './regex.ts';
export type { Comparison, Counting, Step } from './trace.ts';
export { WINDOW_MS, windowStart } from './window.ts';
