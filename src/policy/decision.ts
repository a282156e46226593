import type { Reservation } from './counters.ts';

/** A call of a tool. */
export interface Call {
  /** The exact MCP name. */
  readonly tool: string;
  /** The arguments; none is the same as `{}`. */
  readonly args?: object;
  /** The caller, by the name of its grant. */
  readonly grant: string;
  /** When, in epoch milliseconds. */
  readonly at: number;
}

export type Outcome = 'allow' | 'deny' | 'ask';

/** What the engine says of one call. */
export interface Decision {
  readonly outcome: Outcome;
  /** The short form of the rule that decided, such as `/tools/pay/deny_if/args.amount-gt`; empty for an allow. */
  readonly rule: string;
  /** The exact place in the document, as an RFC 6901 JSON Pointer; empty where no place decides. */
  readonly pointer: string;
  /** Why, for the caller; empty for an allow. */
  readonly message: string;
  /** Where a limit denied: the milliseconds until its window ends. */
  readonly retry_after_ms?: number;
  /** Where an allowed call counted or used an approval: what to keep or roll back once its outcome is known. */
  readonly reservation?: Reservation;
}

/** Tells the store what became of an allowed call: `failed` where it failed upstream (not a result with `isError`). */
export function settle(decision: Decision, outcome: 'done' | 'failed'): void {
  if (outcome === 'done') decision.reservation?.keep();
  else decision.reservation?.rollBack();
}

/** What an MCP client is answered in place of a denied call: the `CallToolResult`. */
export const toolResult = ({ message }: Decision) => ({
  isError: true as const,
  content: [{ type: 'text' as const, text: `[POLICY DENIED] ${message}` }],
});

export const ALLOW: Decision = Object.freeze({ outcome: 'allow', rule: '', pointer: '', message: '' });

export const deny = (rule: string, pointer: string, message: string): Decision => ({
  outcome: 'deny',
  rule,
  pointer,
  message,
});
