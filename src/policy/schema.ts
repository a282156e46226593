import * as z from 'zod/mini';
import type { Json } from './document.ts';
import { PATH, SINGLE_PATH } from './path.ts';

/** The bounds of a document. A document beyond them is refused. */
export const BOUNDS = {
  /** UTF-8 bytes of the JSON text: 1 MiB. */
  bytes: 2 ** 20,
  /** Nested arrays and objects; the format itself needs 8. */
  depth: 64,
  /** Values in all; more do not fit into the bytes. */
  values: 2 ** 20,
  tools: 10_000,
  toolName: 256,
  counterName: 256,
  path: 1000,
  /** Entries of `require` and `deny_if` together, for each tool. */
  predicates: 100,
  limits: 20,
  regex: 1000,
} as const;

const ToolName = z
  .string()
  .check(
    z.minLength(1),
    z.maxLength(BOUNDS.toolName),
    z.describe('The exact MCP name of a tool, case included. No pattern: `*` has no meaning inside.'),
  );

const Message = z.string();

const Path = z.string().check(
  z.maxLength(BOUNDS.path),
  z.regex(PATH, 'a path: args, then .name, ."quoted name", [0] or [*]'),
  z.meta({
    description:
      'Which argument is looked at. Starts with `args`; then `.name`, `."quoted.name"` (for a name with a dot, bracket, quote or star), `[0]` for one element of an array, `[*]` where any element will do. `args` alone is the whole argument object. Only own properties are read.',
    examples: ['args.amount', 'args."a.b"', 'args.items[0]', 'args.items[*].price'],
  }),
);

/** Any JSON value. That it is JSON is checked before the schema; here only that it is there. */
const AnyJson = z
  .unknown()
  .check(z.refine((value) => value !== undefined, 'any JSON value')) as unknown as z.ZodMiniType<Json>;

const condition = <Op extends z.ZodMiniType, Value extends z.ZodMiniType>(
  op: Op,
  value: Value,
  description: string,
) => z.strictObject({ path: Path, op, value }).check(z.describe(description));

/** The conditions, by operator. */
export const Condition = z.discriminatedUnion('op', [
  condition(
    z.enum(['eq', 'neq']),
    AnyJson.check(z.describe('The value to compare with: any JSON.')),
    '`eq` holds where the argument is this value, `neq` where it is there and is another: deep JSON equality, numbers by value, no coercion (`"1"` is not `1`). Both are false where the path is missing.',
  ),
  condition(
    z.enum(['in', 'not_in']),
    z.array(AnyJson).check(z.describe('The list of values.')),
    '`in` holds where some listed value is `eq` to the argument, `not_in` where the argument is there and none is. Both are false where the path is missing.',
  ),
  condition(
    z.enum(['lt', 'lte', 'gt', 'gte']),
    z.number().check(z.describe('The number to compare with.')),
    'Holds where the argument is a finite number on that side of the value. Any other type is indeterminate: it fails a `require` and fires a `deny_if`. False where the path is missing.',
  ),
  condition(
    z.literal('exists'),
    z.boolean().check(z.describe('`true`: must be there. `false`: must not.')),
    '`true` holds where the path is there and not `null`; `false` holds where it is missing or `null`.',
  ),
  condition(
    z.literal('regex'),
    z.string().check(z.maxLength(BOUNDS.regex), z.describe('A pattern in RE2 syntax.')),
    'Holds where the pattern matches anywhere in the argument (anchor it with `^` and `$`), in linear time. An argument that is not a string is indeterminate. False where the path is missing.',
  ),
  condition(
    z.literal('contains'),
    AnyJson.check(z.describe('The substring or the element.')),
    'Holds where the argument is a string with this substring, or an array with an element `eq` to this value. Any other type is indeterminate. False where the path is missing.',
  ),
]);

/** A condition without the tie between operator and value; names further faults where the operator is unknown. */
export const LooseCondition = z.strictObject({ path: Path, op: z.unknown(), value: AnyJson });

/** A member that may be absent, with what it means. */
const optional = <Inner extends z.ZodMiniType>(inner: Inner, description: string) =>
  z.optional(inner).check(z.describe(description));

export const Predicate = z.strictObject({
  conditions: z.array(Condition).check(z.describe('All must hold (AND). An empty list always holds.')),
  on_deny: optional(
    Message,
    'What the caller is told when this entry denies. Without it the engine writes a sentence.',
  ),
});

export const Limit = z.strictObject({
  counter: z
    .string()
    .check(
      z.minLength(1),
      z.maxLength(BOUNDS.counterName),
      z.describe(
        'The name of the counter. Limits that name the same counter in the same window and scope share it, and a call that meets several of them counts once. One name in two windows is an error.',
      ),
    ),
  window: z
    .enum(['minute', 'hour', 'day'])
    .check(z.describe('The calendar window in UTC that the counter starts anew in.')),
  max: z
    .int()
    .check(
      z.minimum(0),
      z.describe(
        'The largest count: a call passes while the count with this call is at most this. 0 denies every call that counts.',
      ),
    ),
  scope: z
    .enum(['grant', 'server'])
    .check(z.describe('`grant`: each caller has its own count. `server`: all callers share one.')),
  increment_from: optional(
    z.string().check(z.maxLength(BOUNDS.path), z.regex(SINGLE_PATH, 'a path to one argument, without [*]')),
    'A path to the number that this call counts, instead of 1: a cap on spending. Where it is missing, not a finite number or negative, the call is denied. Fractions are added exactly.',
  ),
  on_deny: optional(
    Message,
    'What the caller is told when this limit denies. Without it the engine writes a sentence.',
  ),
});

export const Approval = z.strictObject({
  on_deny: optional(
    Message,
    'What the caller is told while the call waits. Without it the engine writes a sentence.',
  ),
  expires: optional(
    z
      .string()
      .check(
        z.regex(/^[1-9][0-9]{0,3}[smhd]$/, 'a whole number from 1 to 9999 and s, m, h or d, such as "10m"'),
      ),
    'How long an approval stays good: a number and `s`, `m`, `h` or `d`. 10 minutes if absent.',
  ),
});

const rules = {
  require: optional(
    z.array(Predicate),
    'Every entry must hold, or the call is denied. Checked in order, before `deny_if`.',
  ),
  deny_if: optional(
    z.array(Predicate),
    'Any entry that holds denies. An entry with no conditions always denies.',
  ),
  limits: optional(
    z.array(Limit).check(z.maxLength(BOUNDS.limits)),
    'Counters that must all have room. Counted together or not at all, only when everything else allows.',
  ),
};

export const SharedRule = z.strictObject(rules);

export const ToolRule = z.strictObject({
  ...rules,
  approval: optional(
    Approval,
    'Holds a call that passes `require` and `deny_if` until a person approves exactly these arguments. Single use.',
  ),
});

/** The document: `policy.json`, version 1. */
export const PolicyDocument = z
  .strictObject({
    $schema: optional(z.string(), 'For editors. The engine ignores it.'),
    version: z.literal('1').check(z.describe('The version of the format.')),
    description: optional(z.string(), 'For readers. The engine ignores it.'),
    default: z
      .enum(['allow', 'deny'])
      .check(z.describe('What happens to a tool that `tools` does not list.')),
    hide: z.optional(z.array(ToolName).check(z.maxLength(BOUNDS.tools))).check(
      z.meta({
        uniqueItems: true,
        description:
          'Tools that are removed from `tools/list` and denied when called, listed or not. `["*"]` alone hides all.',
      }),
    ),
    all_tools: optional(
      SharedRule,
      'Rules for every call that got past `hide` and `default`, checked after those of the tool.',
    ),
    tools: z.optional(z.record(ToolName, ToolRule)).check(
      z.meta({
        maxProperties: BOUNDS.tools,
        description: 'The rules of each tool, by exact name. `{}` allows the tool with no further check.',
      }),
    ),
  })
  .check(
    z.meta({
      title: 'MCP tool policy, version 1',
      description:
        'Which MCP tools a caller may use, with which arguments and how often. Unknown keys are errors.',
    }),
  );
