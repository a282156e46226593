import { EACH, segmentsOf } from '../policy/path.ts';
import type { AppliedGuard } from './guards.ts';
import { OPT_IN, type OptInCondition } from './opt-in.ts';
import type { OptIn, Recommendation } from './recommend.ts';

/** Some equal calls, and what the document must say to each of them. */
export interface Claim {
  /**
   * What the calls stand for: those `within` a limit, the first `over` it, one `later` in the next window,
   * one with an argument that is `varied`, a tool that is `unlisted`, or `any` call at all.
   */
  kind: 'within' | 'over' | 'later' | 'varied' | 'unlisted' | 'any';
  tool: string;
  args: object;
  /** The argument that makes the difference, in a call that is `varied`. */
  varied?: { path: string; value: unknown };
  /** How many times the call is made, one after the other. */
  times: number;
  /** Milliseconds after the start of the run. */
  at: number;
  outcome: 'allow' | 'deny' | 'ask';
  /** The rule that must decide; empty for an allow. */
  rule: string;
}

type Argument = readonly [path: string, value: unknown];
type Json = Record<string, unknown> | unknown[];

const MINUTE = 60_000;
/** A name that no server has, for the claim that what is not listed is denied. */
export const UNLISTED = 'a_tool_that_is_not_listed';

function put(
  target: Json,
  [segment, ...rest]: readonly (string | number | typeof EACH)[],
  value: unknown,
): void {
  const key = segment === EACH ? 0 : (segment as string | number);
  const holder = target as Record<string | number, unknown>;
  const list = typeof rest[0] !== 'string';
  if (rest.length === 0) {
    Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
    return;
  }
  // An argument that may be an object or a list of such has a path for each; a call carries only one of them.
  if (!Object.hasOwn(holder, key) || Array.isArray(holder[key]) !== list) put(target, [key], list ? [] : {});
  put(holder[key] as Json, rest, value);
}

/** The arguments of a call that carry the given values at the given paths. */
export function argsOf(values: readonly Argument[]): object {
  const args = {};
  for (const [path, value] of values) put(args, segmentsOf(path), value);
  return args;
}

const guardArgs = (guards: readonly AppliedGuard[]): Argument[] =>
  guards.map(({ guard, path }) => [path, guard.passes]);

function conditionArg(condition: OptInCondition): Argument[] {
  switch (condition.kind) {
    case 'pin':
      return [[condition.path, condition.value]];
    case 'folder':
      return [[condition.path, `${condition.folder}summary.txt`]];
    case 'cap':
      return [[condition.path, condition.each]];
    case 'reason':
      return [[condition.path, 'Asked for by the owner of the data.']];
    case 'approval':
      return [];
  }
}

const unlisted = (at: number): Claim => ({
  kind: 'unlisted',
  tool: UNLISTED,
  args: {},
  times: 1,
  at,
  outcome: 'deny',
  rule: '(default deny)',
});

/** The session that a claim is made in: which tool, with which arguments besides, and when. */
interface Around {
  tool: string;
  base: readonly Argument[];
  at: number;
}

/** A call that differs from those that pass in one argument, and is denied for it by `place`. */
const varied = ({ tool, base, at }: Around, [path, value]: Argument, place: string): Claim => ({
  kind: 'varied',
  tool,
  args: argsOf([...base, [path, value]]),
  varied: { path, value },
  times: 1,
  at,
  outcome: 'deny',
  rule: `/tools/${tool}/${place}`,
});

/** Each guard stops its counter-example, whatever the other arguments; `within` puts it past a folder's own check. */
const guardClaims = (
  around: Around,
  guards: readonly AppliedGuard[],
  within: (path: string) => string = () => '',
): Claim[] =>
  guards.map(({ guard, path, required }) => {
    const list = guard.allow && required ? 'require' : 'deny_if';
    return varied(around, [path, within(path) + guard.stops], `${list}/${path}-regex`);
  });

/** What the recommended document of a tool is said to do, as calls with their answers. */
export function recommendedClaims(tool: string, recommendation: Recommendation): Claim[] {
  if (recommendation.stance === 'denied') {
    const rule = `/tools/${tool}/deny_if/always`;
    return [{ kind: 'any', tool, args: {}, times: 1, at: 0, outcome: 'deny', rule }, unlisted(0)];
  }
  const { limit, guards } = recommendation;
  const base = guardArgs(guards);
  const call = { tool, args: argsOf(base), outcome: 'allow' as const, rule: '' };
  const over = { outcome: 'deny' as const, rule: `/tools/${tool}/limits/${limit.counter}` };
  return [
    { ...call, kind: 'within', times: limit.max, at: 0 },
    { ...call, kind: 'over', times: 1, at: 0, ...over },
    { ...call, kind: 'later', times: 1, at: MINUTE },
    ...guardClaims({ tool, base, at: MINUTE }, guards),
    unlisted(MINUTE),
  ];
}

function conditionClaim(around: Around, condition: OptInCondition): Claim[] {
  switch (condition.kind) {
    case 'pin': {
      const other = typeof condition.value === 'string' ? 'another' : 2;
      return [varied(around, [condition.path, other], `require/${condition.path}-in`)];
    }
    case 'folder':
      return [varied(around, [condition.path, 'elsewhere/summary.txt'], `require/${condition.path}-regex`)];
    case 'cap':
      return [varied(around, [condition.path, condition.each + 1], `require/${condition.path}-lte`)];
    case 'reason':
      return [varied(around, [condition.path, ''], `require/${condition.path}-regex`)];
    case 'approval':
      return [];
  }
}

const folderOf =
  (conditions: readonly OptInCondition[]) =>
  (path: string): string =>
    conditions.flatMap((each) => (each.kind === 'folder' && each.path === path ? [each.folder] : []))[0] ??
    '';

/** What the opt-in document of a tool is said to do. */
export function optInClaims(tool: string, { conditions, guards }: OptIn): Claim[] {
  const base = [...guardArgs(guards), ...conditions.flatMap(conditionArg)];
  const around = { tool, base, at: 0 };
  const call = { tool, args: argsOf(base), at: 0 };
  const refused = [
    ...guardClaims(around, guards, folderOf(conditions)),
    ...conditions.flatMap((condition) => conditionClaim(around, condition)),
    unlisted(0),
  ];
  const approval = conditions.some(({ kind }) => kind === 'approval');
  if (approval)
    return [{ ...call, kind: 'any', times: 1, outcome: 'ask', rule: `/tools/${tool}/approval` }, ...refused];
  const capped = conditions.some(({ kind }) => kind === 'cap');
  const most = capped ? OPT_IN.mostADay / OPT_IN.mostEach : OPT_IN.callsAnHour;
  const rule = `/tools/${tool}/limits/${tool}_${capped ? 'total' : 'rate'}`;
  return [
    { ...call, kind: 'within', times: most, outcome: 'allow', rule: '' },
    { ...call, kind: 'over', times: 1, outcome: 'deny', rule },
    ...refused,
  ];
}
