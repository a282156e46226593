import type { Decision } from '../policy/decision.ts';
import type { Series } from './record.ts';

/** What the engine said of a call, and what a person said where it was held. */
export interface Verdict {
  readonly outcome: Decision['outcome'];
  readonly rule: string;
  readonly pointer: string;
  readonly message: string;
  /** The call was held, and this is what a person said. Where it was granted, the rest is what came then. */
  readonly person?: 'granted' | 'refused';
}

export const verdictOf = (
  { outcome, rule, pointer, message }: Decision,
  person?: 'granted' | 'refused',
): Verdict => ({ outcome, rule, pointer, message, ...(person && { person }) });

/** Whether two verdicts say the same: the outcome and the rule, whatever the words. */
export const sameVerdict = (a: Verdict, b: Verdict): boolean =>
  a.outcome === b.outcome && a.rule === b.rule && a.person === b.person;

/** What the engine said of every call of a session. Calls are counted from 0, over all entries. */
export interface Run {
  /** Each thing that was said, once. */
  verdicts: Verdict[];
  /** For each call, the place of its verdict. */
  which: Uint32Array;
  /** For each entry, the number of its first call; at the end, the number of all calls. */
  first: Uint32Array;
  series: Series[];
}

/** What was said of a call. */
export const verdictAt = ({ verdicts, which }: Run, call: number): Verdict =>
  verdicts[which[call] as number] as Verdict;
