import { compile } from '../compile.ts';
import { decide, memoryState } from '../decide.ts';
import type { Call, Decision } from '../decision.ts';
import type { PolicyDocument } from '../document.ts';
import { re2 } from '../re2.ts';

/** Outcomes from the narrowest to the widest. */
export const RANK = { deny: 0, ask: 1, allow: 2 };

export const told = ({ message, outcome, pointer, retry_after_ms, rule }: Decision) => ({
  message,
  outcome,
  pointer,
  retry_after_ms,
  rule,
});

/** The decisions on a sequence of calls, from empty state. */
export function run(document: PolicyDocument, sequence: readonly Call[]) {
  const policy = compile(document, re2);
  const state = memoryState();
  return sequence.map((call) => told(decide(policy, call, state)));
}
