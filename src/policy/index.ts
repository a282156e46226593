/** The public surface of the engine. Pages that only decide import `engine.ts` instead. */
export * from './engine.ts';
export * from './lint.ts';
export { type Loaded, loadPolicy } from './load.ts';
export { nearest } from './nearest.ts';
export { checkPolicy, type Parsed, parsePolicy, readJson } from './parse.ts';
export { type Fault, type PolicyError, policyError } from './policy-error.ts';
export { type Position, positions } from './scan.ts';
export { PolicyTestFile, Time } from './test-file.ts';
export { type ReadPolicy, type SuiteReport, type TestReport, testPolicy } from './test-report.ts';
export type { CaseResult, Difference, Failure } from './test-run.ts';
