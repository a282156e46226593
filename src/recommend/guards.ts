import guardsJson from '../../content/taxonomy/guards.json' with { type: 'json' };
import type { Guard, GuardId, Guards } from '../model/taxonomy.ts';
import type { Predicate, ToolRule } from '../policy/document.ts';
import { segmentsOf } from '../policy/path.ts';
import type { Hazard } from '../risk/hazards.ts';

const { guards } = guardsJson as Guards;

/** A guard template laid on one argument of one tool. */
export interface AppliedGuard {
  guard: Guard;
  /** The argument, as a policy writes it: `args.url`. */
  path: string;
  /** Whether every call carries the argument; if not, a call without it passes the guard. */
  required: boolean;
}

/**
 * Guards stand on arguments at most this many names deep (`args.cover.external.url`). What lies deeper is
 * content that the server stores, such as a link in a paragraph, not where it goes or what it runs.
 */
const DEEPEST = 3;
const depthOf = (path: string) => segmentsOf(path).filter((segment) => typeof segment === 'string').length;

/** The guards that fit the hazards of a tool, in the order of its schema. */
export const guardsFor = (hazards: readonly Hazard[]): AppliedGuard[] =>
  hazards.flatMap((hazard) =>
    hazard.guard && depthOf(hazard.path) <= DEEPEST
      ? [
          {
            guard: guards[hazard.guard as GuardId],
            path: hazard.path,
            required: hazard.required && !hazard.nullable,
          },
        ]
      : [],
  );

const allowOf = ({ guard, path, required }: AppliedGuard): Predicate[] =>
  guard.allow && required
    ? [{ conditions: [{ path, op: 'regex', value: guard.allow.pattern }], on_deny: guard.allow.on_deny }]
    : [];

/** What an argument must not match. One that may be left out has no `require`, so here stands what that would stop. */
const refusedBy = ({ guard, required }: AppliedGuard): string =>
  guard.allow && !required ? `${guard.allow.misses}|${guard.deny.pattern}` : guard.deny.pattern;

/** A missing argument matches no pattern by itself; `exists` lets an explicit null pass as well. */
const denyOf = (applied: AppliedGuard): Predicate => ({
  conditions: [
    { path: applied.path, op: 'regex', value: refusedBy(applied) },
    ...(applied.required ? [] : [{ path: applied.path, op: 'exists', value: true } as const]),
  ],
  on_deny: applied.guard.deny.on_deny,
});

/** The predicates of applied guards; absent where there are none. */
export function guardRules(applied: readonly AppliedGuard[]): Pick<ToolRule, 'require' | 'deny_if'> {
  const require = applied.flatMap(allowOf);
  return {
    ...(require.length && { require }),
    ...(applied.length && { deny_if: applied.map(denyOf) }),
  };
}
