import { fingerprint } from '../approvals.ts';
import type { Call, Outcome } from '../decision.ts';
import type { Condition, Limit, PolicyDocument, Predicate } from '../document.ts';
import { EACH, segmentsOf } from '../path.ts';

/*
 * The contract of the engine read line by line, for tests: no compiling, no sharing, no speed. It takes JSON data
 * only, and RegExp for patterns that mean the same there. What it and the engine disagree on is a fault of one of them.
 */

type Truth = 'true' | 'false' | 'indeterminate';
const told = (holds: boolean): Truth => (holds ? 'true' : 'false');

const sameJson = (a: unknown, b: unknown): boolean => {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return keys.every(
    (key) => Object.hasOwn(a, key) && Object.hasOwn(b, key) && sameJson((a as never)[key], (b as never)[key]),
  );
};

/** All values that a path leads to; `undefined` stands for a missing one. */
function found(value: unknown, path: readonly (string | number | typeof EACH)[]): unknown[] {
  const [next, ...rest] = path;
  if (next === undefined) return [value];
  if (next === EACH) {
    return Array.isArray(value) && value.length > 0 ? value.flatMap((one) => found(one, rest)) : [undefined];
  }
  const fits =
    typeof value === 'object' && value !== null && Array.isArray(value) === (typeof next === 'number');
  return fits && Object.hasOwn(value, next) ? found((value as never)[next], rest) : [undefined];
}

const ORDER: Record<string, (a: number, b: number) => boolean> = {
  lt: (a, b) => a < b,
  lte: (a, b) => a <= b,
  gt: (a, b) => a > b,
  gte: (a, b) => a >= b,
};

function one({ op, value }: Condition, at: unknown): Truth {
  if (op === 'exists') return told((at !== undefined && at !== null) === value);
  if (at === undefined) return 'false';
  if (op === 'eq') return told(sameJson(at, value));
  if (op === 'neq') return told(!sameJson(at, value));
  if (op === 'in') return told(value.some((listed) => sameJson(at, listed)));
  if (op === 'not_in') return told(!value.some((listed) => sameJson(at, listed)));
  if (op === 'regex') return typeof at === 'string' ? told(new RegExp(value, 'u').test(at)) : 'indeterminate';
  if (op === 'contains') {
    if (typeof at === 'string') return told(typeof value === 'string' && at.includes(value));
    return Array.isArray(at) ? told(at.some((element) => sameJson(element, value))) : 'indeterminate';
  }
  return typeof at === 'number'
    ? told((ORDER[op] as (a: number, b: number) => boolean)(at, value as number))
    : 'indeterminate';
}

function any(truths: readonly Truth[]): Truth {
  if (truths.includes('true')) return 'true';
  return truths.includes('indeterminate') ? 'indeterminate' : 'false';
}

function all(truths: readonly Truth[]): Truth {
  if (truths.includes('false')) return 'false';
  return truths.includes('indeterminate') ? 'indeterminate' : 'true';
}

const holds = ({ conditions }: Predicate, args: object): Truth =>
  all(
    conditions.map((condition) =>
      any(found(args, segmentsOf(condition.path)).map((at) => one(condition, at))),
    ),
  );

/** Ten to this power makes a whole number of every amount that JSON can hold. */
const SCALE = 400;

function whole(amount: number): bigint {
  const [mantissa = '', exponent = '0'] = String(amount).split('e');
  const [integer = '', fraction = ''] = mantissa.split('.');
  return BigInt(integer + fraction) * 10n ** BigInt(SCALE + Number(exponent) - fraction.length);
}

const LENGTH = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

interface Counter {
  start: number;
  sum: bigint;
}

/** An engine with its state. */
export class Reference {
  readonly #document: PolicyDocument;
  readonly #counters = new Map<string, Counter>();
  readonly #approved = new Map<string, number>();

  constructor(document: PolicyDocument) {
    this.#document = document;
  }

  approve(call: Call, at: number): void {
    this.#approved.set(this.#approvalOf(call), at);
  }

  decide(call: Call): { outcome: Outcome; rule: string } {
    const { args = {}, tool } = call;
    const { all_tools: shared = {}, default: fallback, hide = [], tools = {} } = this.#document;
    if (hide.includes(tool) || hide[0] === '*') return { outcome: 'deny', rule: '(hidden)' };
    const listed = Object.hasOwn(tools, tool);
    if (!listed && fallback === 'deny') return { outcome: 'deny', rule: '(default deny)' };
    const own = listed ? (tools[tool] as NonNullable<(typeof tools)[string]>) : {};
    const place = `/tools/${tool}`;
    const denied = this.#predicates(own, place, args) ?? this.#predicates(shared, '/all_tools', args);
    if (denied !== undefined) return { outcome: 'deny', rule: denied };
    const approval = 'approval' in own ? own.approval : undefined;
    const refused = approval === undefined ? undefined : this.#refusal(approval.expires ?? '10m', call);
    if (refused !== undefined) return { outcome: refused, rule: `${place}/approval` };
    const full = this.#count(
      [...this.#limits(own, place), ...this.#limits(shared, '/all_tools')],
      call,
      args,
    );
    if (full !== undefined) return { outcome: 'deny', rule: full };
    if (approval !== undefined) this.#approved.delete(this.#approvalOf(call));
    return { outcome: 'allow', rule: '' };
  }

  /** What stops a call that needs an approval. One that is too old, or from the future, is thrown away. */
  #refusal(expires: string, call: Call): 'deny' | 'ask' | undefined {
    if (fingerprint(call.tool, call.args ?? {}) === undefined) return 'deny';
    const unit = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }[expires.slice(-1)] as number;
    const age = call.at - (this.#approved.get(this.#approvalOf(call)) ?? Number.NaN);
    if (age >= 0 && age < Number.parseInt(expires, 10) * unit) return undefined;
    this.#approved.delete(this.#approvalOf(call));
    return 'ask';
  }

  #approvalOf = ({ args = {}, grant, tool }: Call): string =>
    JSON.stringify([grant, fingerprint(tool, args)]);

  #predicates(
    rule: { require?: Predicate[] | undefined; deny_if?: Predicate[] | undefined },
    place: string,
    args: object,
  ) {
    const name = ({ conditions: [first] }: Predicate) =>
      first === undefined ? 'always' : `${first.path}-${first.op}`;
    const required = rule.require?.find((predicate) => holds(predicate, args) !== 'true');
    if (required !== undefined) return `${place}/require/${name(required)}`;
    const denying = rule.deny_if?.find((predicate) => holds(predicate, args) !== 'false');
    return denying === undefined ? undefined : `${place}/deny_if/${name(denying)}`;
  }

  #limits = (rule: { limits?: Limit[] | undefined }, place: string) =>
    (rule.limits ?? []).map((limit) => ({ limit, rule: `${place}/limits/${limit.counter}` }));

  /** Counts a call under its limits, or gives the rule that has no room. */
  #count(limits: readonly { limit: Limit; rule: string }[], call: Call, args: object): string | undefined {
    const steps = new Map<string, bigint>();
    for (const { limit, rule } of limits) {
      const step = limit.increment_from === undefined ? 1 : found(args, segmentsOf(limit.increment_from))[0];
      if (typeof step !== 'number' || step < 0) return rule;
      const key = this.#keyOf(limit, call);
      const known = steps.get(key) ?? 0n;
      steps.set(key, whole(step) > known ? whole(step) : known);
    }
    const meets = (limit: Limit): Counter => {
      const start = Math.floor(call.at / LENGTH[limit.window]) * LENGTH[limit.window];
      const counter = this.#counters.get(this.#keyOf(limit, call));
      return counter !== undefined && counter.start >= start ? counter : { start, sum: 0n };
    };
    for (const { limit, rule } of limits) {
      const step = steps.get(this.#keyOf(limit, call)) ?? 0n;
      if (meets(limit).sum + step > whole(limit.max)) return rule;
    }
    const now = limits.map(({ limit }) => [this.#keyOf(limit, call), meets(limit)] as const);
    for (const [key, { start, sum }] of new Map(now)) {
      this.#counters.set(key, { start, sum: sum + (steps.get(key) ?? 0n) });
    }
    return undefined;
  }

  #keyOf = ({ counter, scope }: Limit, { grant }: Call): string =>
    JSON.stringify(scope === 'grant' ? [counter, scope, grant] : [counter, scope]);
}
