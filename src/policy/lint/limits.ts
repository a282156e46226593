import { quoted } from '../shown.ts';
import type { LintRule } from './finding.ts';
import { allLimits } from './walk.ts';

/** Rules about limits. */
export const LIMITS: readonly LintRule[] = [
  {
    id: 'limit-of-zero',
    level: 'warning',
    description: 'A limit of 0 denies every call that counts; `deny_if` says so more plainly.',
    check: ({ document }) =>
      allLimits(document)
        .filter(({ limit }) => limit.max === 0)
        .map(({ limit, pointer }) => ({
          pointer: `${pointer}/max`,
          message:
            limit.increment_from === undefined
              ? 'A limit of 0 denies every call. Write "deny_if": [{"conditions": []}] to say so.'
              : `A limit of 0 lets only calls pass whose ${limit.increment_from} is 0.`,
        })),
  },
  {
    id: 'two-maxima',
    level: 'warning',
    description:
      'Limits that share a counter but not its maximum: the smallest decides for calls that meet both.',
    check: ({ document }) => {
      const first = new Map<string, { max: number; pointer: string }>();
      return allLimits(document).flatMap(({ limit, pointer }) => {
        const key = `${limit.scope} ${limit.counter}`;
        const known = first.get(key);
        if (known === undefined) first.set(key, { max: limit.max, pointer });
        if (known === undefined || known.max === limit.max) return [];
        const message = `Counter ${quoted(limit.counter)} has the maximum ${limit.max} here and ${known.max} at ${known.pointer}.`;
        return [{ pointer: `${pointer}/max`, message }];
      });
    },
  },
];
