/** The public surface of the engine. Pages that only decide import `engine.ts` instead. */
export * from './engine.ts';
export * from './lint.ts';
export { type Loaded, loadPolicy } from './load.ts';
export { checkPolicy, type Parsed, parsePolicy } from './parse.ts';
export type { PolicyError } from './policy-error.ts';
