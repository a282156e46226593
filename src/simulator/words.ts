import type { Change } from '../policy/change.ts';
import { toolResult } from '../policy/decision.ts';
import type { Comparison, Counting, Step } from '../policy/trace.ts';
import { spanText } from './clock.ts';
import type { Verdict } from './verdict.ts';

/** English for what the engine says. All of it is text; nothing of it is ever markup. */

const thousands = new Intl.NumberFormat('en-US');
export const number = (value: number): string => thousands.format(value);
export const plural = (count: number, one: string): string =>
  `${number(count)} ${one}${count === 1 ? '' : 's'}`;

/** An outcome in a word, with what a person said where the call was held. */
export function outcomeWord({ outcome, person }: Verdict): string {
  if (person === 'granted' && outcome === 'allow') return 'allow, granted';
  if (person === 'refused') return 'ask, refused';
  return outcome;
}

/** One verdict in a sentence, for a screen reader. */
export function saidOf(tool: string, { outcome, rule, message, person }: Verdict): string {
  const how = { allow: 'allowed', deny: 'denied', ask: 'held for approval' }[outcome];
  const asked =
    person === 'refused'
      ? ', and a person refused'
      : person === 'granted'
        ? ', after a person granted it'
        : '';
  return `${tool}: ${how}${asked}${rule ? `, by ${rule}` : ''}.${message ? ` ${message}` : ''}`;
}

/** What an MCP client is told in place of a call that is not made. */
export const agentText = (verdict: Pick<Verdict, 'outcome' | 'rule' | 'pointer' | 'message'>): string =>
  verdict.outcome === 'allow'
    ? ''
    : toolResult(verdict)
        .content.map(({ text }) => text)
        .join('');

const CHECKS: Record<Step['check'], string> = {
  hide: 'Is it hidden?',
  default: 'Is it listed, or allowed by default?',
  require: 'Required',
  deny_if: 'Denied if',
  approval: 'Does a person have to approve?',
  limit: 'Limit',
};

export const checkWords = ({ check }: Step): string => CHECKS[check];

const HOLDS = { true: 'holds', false: 'does not hold', indeterminate: 'is in doubt' } as const;

/** `args.amount is 900, gt 500: holds`. */
export const comparisonWords = ({ path, found, op, value, holds }: Comparison): string =>
  `${path} is ${found}; ${op} ${JSON.stringify(value)} ${HOLDS[String(holds) as keyof typeof HOLDS]}`;

/** `30 of 30 counted this minute; the call adds 1; resets 10:32:00`. */
export function countingWords({ counted, max, window, adds, resets, counter }: Counting): string {
  if (counted === undefined) return `${counter}: the call adds ${adds}, which cannot be counted`;
  const until = resets ? `, until ${resets.slice(11, 19)}` : '';
  return `${counter}: ${counted} of ${number(max)} counted this ${window}${until}; the call adds ${adds}`;
}

const value = (given: unknown): string => (given === undefined ? 'left out' : JSON.stringify(given));

function editWords(edit: Change['edits'][number], at: number): string {
  switch (edit.kind) {
    case 'argument':
      return edit.value === undefined ? `leave ${edit.path} out` : `set ${edit.path} to ${value(edit.value)}`;
    case 'document':
      return edit.value === undefined
        ? `take ${edit.pointer} out of the policy`
        : `put ${value(edit.value)} at ${edit.pointer} of the policy`;
    case 'time':
      return `wait ${spanText(Date.parse(edit.at) - at)}, until ${edit.at.slice(0, 19)}Z`;
    case 'approval':
      return 'have a person approve exactly this call';
    case 'calls':
      return edit.more > 0 ? `make ${plural(edit.more, 'more such call')} before it` : 'make it once more';
  }
}

const BECOMES = { allow: 'allowed', deny: 'denied', ask: 'held for approval' } as const;

/** The nearest change that would flip a decision, in a sentence. `at` is the time of the call. */
export const changeWords = ({ edits, outcome }: Change, at: number): string =>
  `To have it ${BECOMES[outcome]}: ${edits.map((edit) => editWords(edit, at)).join(', and ')}.`;
