import fc from 'fast-check';
import type { Condition, Json, Limit, PolicyDocument, SharedRule, ToolRule } from '../document.ts';
import { pathOf, type Segment } from '../path.ts';

/*
 * Arbitrary documents and calls for property tests and the fuzz command. Names and values come from small sets, so
 * that rules and calls meet; the sets hold the odd ones on purpose.
 */

export const toolName = fc.constantFrom('a', 'b', 'pay', '__proto__', 'constructor', 'a/b~c', '*');
const argumentName = fc.constantFrom('x', 'y', 'amount', 'items', '__proto__', 'length', 'a.b', '"');
const scalar: fc.Arbitrary<Json> = fc.constantFrom<Json[]>(
  null,
  true,
  false,
  0,
  1,
  -1,
  2,
  0.1,
  0.2,
  100,
  '',
  '1',
  'a',
  'ab',
  'true',
  '\ud800',
  1e300,
  5e-324,
);

/** JSON values, small ones. */
export const json: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(argumentName, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value;

/** Arguments as JSON text would bring them. */
export const args: fc.Arbitrary<Record<string, Json>> = fc.dictionary(argumentName, json, {
  maxKeys: 4,
  noNullPrototype: true,
});

/** Values that no JSON text brings: what a careless caller may hand to the library. */
export const notJson: fc.Arbitrary<unknown> = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withSparseArray: true,
    withNullPrototype: true,
    withBoxedValues: true,
  }),
  fc.constantFrom<unknown[]>(
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -0,
    undefined,
    Symbol('s'),
    () => 1,
    new Date(0),
  ),
  fc.constant(null).map(() => {
    const cycle: Record<string, unknown> = {};
    cycle['x'] = cycle;
    cycle['items'] = [cycle, cycle];
    return cycle;
  }),
  fc.constant(null).map(() => ({
    get x() {
      throw new Error('no');
    },
    [fc.toStringMethod]: () => '{ get x() { throw … } }',
  })),
);

const segment: fc.Arbitrary<Segment> = fc.oneof(
  { weight: 4, arbitrary: argumentName },
  { weight: 1, arbitrary: fc.nat(2) },
  { weight: 1, arbitrary: fc.constant(null) },
);
const path = fc.array(segment, { minLength: 1, maxLength: 3 }).map(pathOf);
const singlePath = fc.array(fc.oneof(argumentName, fc.nat(1)), { minLength: 1, maxLength: 2 }).map(pathOf);

const number = fc.constantFrom(0, 1, 2, -1, 0.1, 100);

const PLAIN = { noNullPrototype: true };

export const condition: fc.Arbitrary<Condition> = fc.oneof<fc.Arbitrary<Condition>[]>(
  fc.record({ path, op: fc.constantFrom('eq', 'neq'), value: json }, PLAIN),
  fc.record({ path, op: fc.constantFrom('in', 'not_in'), value: fc.array(json, { maxLength: 3 }) }, PLAIN),
  fc.record({ path, op: fc.constantFrom('lt', 'lte', 'gt', 'gte'), value: number }, PLAIN),
  fc.record({ path, op: fc.constant('exists'), value: fc.boolean() }, PLAIN),
  fc.record(
    { path, op: fc.constant('regex'), value: fc.constantFrom('^a', 'b$', '', '^1?$', '[a-z]') },
    PLAIN,
  ),
  fc.record({ path, op: fc.constant('contains'), value: json }, PLAIN),
);

const predicate = fc.record(
  { conditions: fc.array(condition, { maxLength: 3 }), on_deny: fc.constantFrom('No.', '') },
  { requiredKeys: ['conditions'], noNullPrototype: true },
);

/** One window for each counter, so that every document is valid. */
const WINDOWS = { c: 'minute', d: 'hour', __proto__x: 'day' } as const;

const limit: fc.Arbitrary<Limit> = fc
  .record(
    {
      counter: fc.constantFrom(...(Object.keys(WINDOWS) as (keyof typeof WINDOWS)[])),
      max: fc.constantFrom(0, 1, 2, 3, Number.MAX_SAFE_INTEGER),
      scope: fc.constantFrom('grant', 'server'),
      increment_from: singlePath,
    },
    { requiredKeys: ['counter', 'max', 'scope'], noNullPrototype: true },
  )
  .map((one) => ({ ...one, window: WINDOWS[one.counter] }));

const rules = {
  require: fc.array(predicate, { maxLength: 2 }),
  deny_if: fc.array(predicate, { maxLength: 2 }),
  limits: fc.array(limit, { maxLength: 3 }),
};
const sharedRule: fc.Arbitrary<SharedRule> = fc.record(rules, { requiredKeys: [], noNullPrototype: true });
const toolRule: fc.Arbitrary<ToolRule> = fc.record(
  {
    ...rules,
    approval: fc.record(
      { on_deny: fc.constant('Ask.'), expires: fc.constantFrom('1s', '1m') },
      { requiredKeys: [], noNullPrototype: true },
    ),
  },
  { requiredKeys: [], noNullPrototype: true },
);

/** Valid documents. */
export const policy = fc.record(
  {
    version: fc.constant('1' as const),
    default: fc.constantFrom('allow' as const, 'deny' as const),
    hide: fc.oneof(
      {
        weight: 9,
        arbitrary: fc.uniqueArray(
          toolName.filter((name) => name !== '*'),
          { maxLength: 2 },
        ),
      },
      { weight: 1, arbitrary: fc.constant<string[]>(['*']) },
    ),
    all_tools: sharedRule,
    tools: fc.dictionary(toolName, toolRule, { maxKeys: 4, noNullPrototype: true }),
  },
  { requiredKeys: ['version', 'default'], noNullPrototype: true },
) as fc.Arbitrary<PolicyDocument>;

/** Calls around one point in time, by few callers. */
export const call = fc.record(
  {
    tool: toolName,
    args,
    grant: fc.constantFrom('g', 'h', ''),
    at: fc.integer({ min: -90_000, max: 90_000 }),
  },
  { requiredKeys: ['tool', 'grant', 'at'], noNullPrototype: true },
);
