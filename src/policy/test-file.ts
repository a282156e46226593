import * as z from 'zod/mini';
import type { Json } from './document.ts';

// A fault of a file is told in the words of the schema library.
z.config(z.locales.en());

/** A member that may be absent, with what it means. */
const optional = <Inner extends z.ZodMiniType>(inner: Inner, description: string) =>
  z.optional(inner).check(z.describe(description));

/** A point in time: ISO 8601 with `Z` or an offset, to the second or the minute; a date alone is midnight UTC. */
export const Time = z.union(
  [z.iso.datetime({ offset: true }), z.iso.datetime({ offset: true, precision: -1 }), z.iso.date()],
  'ISO 8601 with Z or an offset, such as 2026-01-01T10:31:00Z',
);

/** Kept as it is: records of the schema library would lose a key such as `__proto__`. */
const Arguments = z.unknown().check(
  z.refine((value) => typeof value === 'object' && value !== null && !Array.isArray(value), 'an object'),
  z.meta({ type: 'object', description: 'The arguments of the call. `{}` if absent.' }),
) as unknown as z.ZodMiniType<Record<string, Json>>;

const Policy = z.unknown().check(
  z.refine((value) => value !== undefined, 'a policy document, or the path of one'),
  z.meta({
    anyOf: [{ type: 'string' }, { $ref: 'policy.schema.json' }],
    description: 'A policy document, or the path of one, relative to this file.',
  }),
);

export const Expectation = z.strictObject({
  outcome: z.enum(['allow', 'deny', 'ask']).check(z.describe('What is decided.')),
  rule: optional(
    z.string(),
    'The rule that decides, such as `/tools/pay/deny_if/args.amount-gt`, `(hidden)` or `(default deny)`; empty for an allow.',
  ),
  pointer: optional(z.string(), 'The place that decides: a JSON Pointer into the document.'),
  message: optional(z.string(), 'The whole message.'),
  message_includes: optional(z.string(), 'A part of the message.'),
  retry_after_ms: optional(
    z.int().check(z.minimum(0)),
    'The milliseconds until the window of the limit ends.',
  ),
});

export const TestCall = z.strictObject({
  tool: z.string().check(z.describe('The name of the tool.')),
  args: z.optional(Arguments),
  grant: optional(z.string(), 'The caller. `default` if absent.'),
  at: optional(
    Time,
    'When: ISO 8601 with `Z` or an offset. If absent, the time of the call before; for the first, 2026-01-01T00:00:00Z.',
  ),
  approved_at: optional(Time, 'When a person approved exactly this call of this caller.'),
  upstream: optional(
    z.enum(['done', 'failed', 'pending']),
    'What becomes of the call if it is allowed: `done` keeps what it counts, `failed` rolls it back, `pending` leaves it reserved. `done` if absent.',
  ),
  expect: Expectation.check(z.describe('What the engine must answer. Only what stands here is compared.')),
});
export type TestCall = z.output<typeof TestCall>;

export const TestCase = z.strictObject({
  name: z.string().check(z.minLength(1), z.describe('What is shown, in a sentence.')),
  policy: optional(Policy, 'The policy of this case, in place of that of the file.'),
  calls: z
    .array(TestCall)
    .check(z.minLength(1), z.describe('The calls, in order. Counters start at zero in each case.')),
});
export type TestCase = z.output<typeof TestCase>;

/** A policy test file: a policy, and named cases that say what it must decide. */
export const PolicyTestFile = z
  .strictObject({
    $schema: optional(z.string(), 'For editors.'),
    description: optional(z.string(), 'What the cases are about.'),
    policy: z.optional(Policy),
    cases: z.array(TestCase).check(z.minLength(1), z.describe('The cases. Each starts anew.')),
  })
  .check(
    z.meta({
      title: 'Policy test file',
      description:
        'A policy, and named cases that say what it must decide. Run it with `npm run policy -- test FILE`.',
    }),
  );
export type PolicyTestFile = z.output<typeof PolicyTestFile>;

/** Documents that are refused, with all their faults: `content/policy-cases/refused/*.json`. */
export const PolicyRefusals = z
  .strictObject({
    $schema: z.optional(z.string()),
    description: z.string(),
    documents: z.array(
      z.strictObject({
        name: z.string().check(z.minLength(1)),
        text: optional(z.string(), 'The text of the document, where its text is at fault.'),
        document: optional(z.unknown(), 'The document, where its text is not.'),
        errors: z
          .array(
            z.strictObject({
              pointer: z.string().check(z.describe('Where the fault is: a JSON Pointer.')),
              found: z.optional(z.string()),
              nearest: optional(z.string(), 'The right word that is nearest.'),
              correction: optional(z.string(), 'What to write instead, as JSON.'),
              includes: optional(z.string(), 'A part of the message.'),
            }),
          )
          .check(z.minLength(1), z.describe('Every fault, in any order.')),
      }),
    ),
  })
  .check(
    z.meta({
      title: 'Refused policy documents',
      description: 'Documents that a reader of policies must refuse, and where.',
    }),
  );
