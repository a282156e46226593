import type { Fault } from './policy-error.ts';
import { shown } from './shown.ts';

/** What `value` says in this version, as JSON text; `tool` is the tool that it stands under, if any. */
type Correct = (value: unknown, tool: string) => string;

const members = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const SECONDS = [
  [60, 'minute'],
  [3600, 'hour'],
  [86400, 'day'],
] as const;

/** The window of this version for one in seconds, or by name: the next longer, where there is none of its length. */
function windowOf(window: unknown): string {
  const [, name] =
    SECONDS.find(([length, word]) => (typeof window === 'number' ? window <= length : window === word)) ?? [];
  return name ?? (typeof window === 'number' ? 'day' : 'minute');
}

function limits(value: unknown, tool: string): string {
  const { max, window } = members(value);
  const limit = {
    counter: `${tool}_rate`,
    window: windowOf(window),
    max: Number.isSafeInteger(max) ? max : 10,
    scope: 'grant',
  };
  return `"limits": ${JSON.stringify([limit])}`;
}

/** What the values of an `action` are called in this version. */
const ACTIONS = new Map<unknown, (tool: string) => string>([
  ['allow', (tool) => `${JSON.stringify(tool)}: {}`],
  ['hide', (tool) => `"hide": [${JSON.stringify(tool)}]`],
  ['ask', () => '"approval": {}'],
  ['require_approval', () => '"approval": {}'],
]);

const action: Correct = (value, tool) => ACTIONS.get(value)?.(tool) ?? '"deny_if": [{"conditions": []}]';

/**
 * Keys that older texts about the format used and that no version of it has had: the `rate_limit` block,
 * `action` and `reason`. Their fourth form, a `window` in seconds, is a value: see `oldWindow`.
 */
const OLD_KEYS: Record<string, { expected: string; correct: Correct }> = {
  rate_limit: { expected: '"limits", a list of counters', correct: limits },
  action: { expected: '"deny_if", where an entry without conditions always denies', correct: action },
  reason: {
    expected: '"on_deny", beside "conditions" or in a limit',
    correct: (value) => `"on_deny": ${JSON.stringify(typeof value === 'string' ? value : '')}`,
  },
};

/** What to say of an unknown key that is an old form; `undefined` for all others. */
export function oldKey(key: string, value: unknown, tool: string): Omit<Fault, 'pointer'> | undefined {
  if (!Object.hasOwn(OLD_KEYS, key)) return undefined;
  const { expected, correct } = OLD_KEYS[key] as { expected: string; correct: Correct };
  return { found: `the old form ${shown(key)}`, expected, correction: correct(value, tool) };
}

/** What to say of a `window` given as a number of seconds. */
export const oldWindow = (seconds: number): Omit<Fault, 'pointer'> => ({
  found: `${seconds}, a number of seconds`,
  expected: '"minute", "hour" or "day", a calendar window in UTC',
  correction: `"window": "${windowOf(seconds)}"`,
});
