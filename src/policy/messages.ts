import { amountText } from './amount.ts';
import type { CompiledLimit } from './compile-limits.ts';
import type { CompiledCondition, CompiledPredicate } from './compile-predicates.ts';
import type { Charge, Count } from './counters.ts';
import { pathOf } from './path.ts';
import { sample } from './sample.ts';
import { quoted, shown } from './shown.ts';
import { DOUBT, type Truth, YES } from './truth.ts';

export const noPolicy = 'No policy is attached, so every call is denied.';
export const badCall =
  'The call is not well formed: it needs a tool and a grant that are text, arguments that are an object, and a time.';
export const unreadable = 'The call could not be read to the end, so it is denied.';
export const hidden = (tool: string): string => `Tool ${quoted(tool)} is hidden by the policy.`;
export const notListed = (tool: string): string =>
  `Tool ${quoted(tool)} is not listed, and the policy denies what it does not list.`;

const denied = (tool: string, rule: string): string => `Tool ${quoted(tool)} is denied by ${rule}`;

const VERDICT = ['does not hold', 'cannot be told', 'holds'] as const;
const NUMBER = 'a finite number';
const WANTED: Record<string, string> = {
  lt: NUMBER,
  lte: NUMBER,
  gt: NUMBER,
  gte: NUMBER,
  regex: 'a string',
  contains: 'a string or an array',
};

/** What a condition found, such as `args.amount gt 100 holds (args.amount is 250)`. */
function fact(compiled: CompiledCondition, args: object, truth: Truth): string {
  const { claim, judge, read, segments } = compiled;
  const { path, op } = compiled.condition;
  const found = read ? { segments, value: read(args) } : sample(args, segments, judge, truth);
  const place = read ? path : pathOf(found.segments);
  const doubt = truth === DOUBT ? doubtAbout(op, found.value) : '';
  return `${claim} ${VERDICT[truth]} (${place} is ${shown(found.value)}${doubt})`;
}

/** Why an operator could not judge a value. */
function doubtAbout(op: string, value: unknown): string {
  if (op === 'regex' && typeof value === 'string') return ', and the pattern is not loaded';
  return WANTED[op] === undefined ? '' : `, not ${WANTED[op]}`;
}

/** Why a predicate denied: the place of the condition that did, and the sentence. */
export function predicateDenies(
  tool: string,
  { conditions, onDeny, pointer, rule }: CompiledPredicate,
  args: object,
): { pointer: string; message: string } {
  let culprit = conditions[0];
  if (culprit === undefined)
    return { pointer, message: onDeny ?? `${denied(tool, rule)}: it denies every call.` };
  let worst: Truth = YES;
  for (const condition of conditions) {
    const truth = condition.test(args);
    if (truth < worst) [worst, culprit] = [truth, condition];
  }
  if (onDeny !== undefined && worst !== DOUBT) return { pointer: culprit.pointer, message: onDeny };
  const facts =
    worst === YES ? conditions.map((one) => fact(one, args, YES)).join(', ') : fact(culprit, args, worst);
  const message = onDeny === undefined ? `${denied(tool, rule)}: ${facts}.` : `${onDeny} (${facts})`;
  return { pointer: culprit.pointer, message };
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
