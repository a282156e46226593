import { amountText } from './amount.ts';
import type { CompiledLimit } from './compile-limits.ts';
import type { CompiledCondition, CompiledPredicate } from './compile-predicates.ts';
import type { Charge, Count } from './counters.ts';
import { sample } from './sample.ts';
import { DOUBT, type Truth } from './truth.ts';

const LONGEST = 80;

/** A text in quotes, cut so that a message stays readable. */
export const quoted = (text: string): string =>
  text.length > LONGEST ? `${JSON.stringify(text.slice(0, LONGEST))}…` : JSON.stringify(text);

/** A value as a message shows it. Looks at the value itself, not into it, so that any value will do. */
export function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  return typeof value === 'number' || typeof value === 'boolean' || value === null
    ? `${value}`
    : 'not JSON data';
}

export const noPolicy = 'No policy is attached, so every call is denied.';
export const badCall =
  'The call is not well formed: it needs a tool and a grant that are text, arguments that are an object, and a time.';
export const unreadable = 'The call could not be read to the end, so it is denied.';
export const hidden = (tool: string): string => `Tool ${quoted(tool)} is hidden by the policy.`;
export const notListed = (tool: string): string =>
  `Tool ${quoted(tool)} is not listed, and the policy denies what it does not list.`;

const denied = (tool: string, rule: string): string => `Tool ${quoted(tool)} is denied by ${rule}`;

const WANTED: Record<string, string> = { regex: 'a string', contains: 'a string or an array' };

/** What a condition found, such as `args.amount gt 100 (args.amount is 250)`. */
function fact({ condition, judge, segments }: CompiledCondition, args: object, truth: Truth): string {
  const { path, value } = sample(args, segments, judge, truth);
  const claim = `${condition.path} ${condition.op} ${shown(condition.value)}`;
  return `${claim} ${VERDICT[truth]} (${path} is ${shown(value)}${truth === DOUBT ? doubt(condition.op, value) : ''})`;
}
const VERDICT = ['does not hold', 'cannot be told', 'holds'] as const;

function doubt(op: string, value: unknown): string {
  const wanted = ['lt', 'lte', 'gt', 'gte'].includes(op) ? 'a finite number' : WANTED[op];
  const judged = op === 'regex' && typeof value === 'string';
  if (judged) return ', and its pattern is not loaded';
  return wanted === undefined ? '' : `, not ${wanted}`;
}

/** Why a predicate denied: the condition that did, and the sentence. */
export function predicateDenies(
  tool: string,
  { conditions, kind, onDeny, pointer, rule }: CompiledPredicate,
  args: object,
): { pointer: string; message: string } {
  const told = conditions.map((condition) => ({ condition, truth: condition.test(args) }));
  const worst = Math.min(...told.map(({ truth }) => truth));
  const culprit = told.find(({ truth }) => truth === worst);
  if (culprit === undefined) {
    return { pointer, message: onDeny ?? `${denied(tool, rule)}: it denies every call.` };
  }
  const reasons = kind === 'require' || worst === DOUBT ? [culprit] : told;
  const facts = reasons.map(({ condition, truth }) => fact(condition, args, truth)).join(', ');
  const message = onDeny ?? `${denied(tool, rule)}: ${facts}.`;
  return {
    pointer: culprit.condition.pointer,
    message: onDeny !== undefined && worst === DOUBT ? `${onDeny} (${facts})` : message,
  };
}

/** Why a limit denied. */
export function limitDenies(
  tool: string,
  { limit, rule }: CompiledLimit,
  charge: Charge,
  count: Count,
  resets: number,
): string {
  const used = `${amountText(count.amount)} of ${limit.max} a ${limit.window} are counted and this call adds ${charge.step}`;
  return limit.on_deny ?? `${denied(tool, rule)}: ${used}; resets at ${new Date(resets).toISOString()}.`;
}

/** Why a step that cannot be counted denied. */
export function stepDenies(tool: string, { limit, rule }: CompiledLimit, step: unknown): string {
  const fault = `${limit.increment_from} is ${shown(step)}, not a finite number of at least 0`;
  return limit.on_deny === undefined ? `${denied(tool, rule)}: ${fault}.` : `${limit.on_deny} (${fault})`;
}

export const asks = (tool: string): string =>
  `Tool ${quoted(tool)} waits until a person approves exactly these arguments.`;
export const cannotAsk = (tool: string): string =>
  `Tool ${quoted(tool)} needs an approval, but these arguments cannot be fingerprinted: they are not canonical JSON.`;
