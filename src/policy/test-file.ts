import { z } from 'zod';
import type { Json } from './document.ts';

/** A point in time: ISO 8601 with `Z` or an offset, to the second or the minute; a date alone is midnight UTC. */
export const Time = z.union(
  [z.iso.datetime({ offset: true }), z.iso.datetime({ offset: true, precision: -1 }), z.iso.date()],
  'ISO 8601 with Z or an offset, such as 2026-01-01T10:31:00Z',
);

/** Kept as it is: records of the schema library would lose a key such as `__proto__`. */
const Arguments = z
  .unknown()
  .refine((value) => typeof value === 'object' && value !== null && !Array.isArray(value), 'an object')
  .meta({
    type: 'object',
    description: 'The arguments of the call. `{}` if absent.',
  }) as unknown as z.ZodType<Record<string, Json>>;

const Policy = z
  .unknown()
  .refine((value) => value !== undefined, 'a policy document, or the path of one')
  .meta({
    anyOf: [{ type: 'string' }, { $ref: 'policy.schema.json' }],
    description: 'A policy document, or the path of one, relative to this file.',
  });

export const Expectation = z.strictObject({
  outcome: z.enum(['allow', 'deny', 'ask']).meta({ description: 'What is decided.' }),
  rule: z.string().optional().meta({
    description:
      'The rule that decides, such as `/tools/pay/deny_if/args.amount-gt`, `(hidden)` or `(default deny)`; empty for an allow.',
  }),
  pointer: z
    .string()
    .optional()
    .meta({ description: 'The place that decides: a JSON Pointer into the document.' }),
  message: z.string().optional().meta({ description: 'The whole message.' }),
  message_includes: z.string().optional().meta({ description: 'A part of the message.' }),
  retry_after_ms: z
    .int()
    .min(0)
    .optional()
    .meta({ description: 'The milliseconds until the window of the limit ends.' }),
});

export const TestCall = z.strictObject({
  tool: z.string().meta({ description: 'The name of the tool.' }),
  args: Arguments.optional(),
  grant: z.string().optional().meta({ description: 'The caller. `default` if absent.' }),
  at: Time.optional().meta({
    description:
      'When: ISO 8601 with `Z` or an offset. If absent, the time of the call before; for the first, 2026-01-01T00:00:00Z.',
  }),
  approved_at: Time.optional().meta({
    description: 'When a person approved exactly this call of this caller.',
  }),
  upstream: z.enum(['done', 'failed', 'pending']).optional().meta({
    description:
      'What becomes of the call if it is allowed: `done` keeps what it counts, `failed` rolls it back, `pending` leaves it reserved. `done` if absent.',
  }),
  expect: Expectation.meta({
    description: 'What the engine must answer. Only what stands here is compared.',
  }),
});
export type TestCall = z.output<typeof TestCall>;

export const TestCase = z.strictObject({
  name: z.string().min(1).meta({ description: 'What is shown, in a sentence.' }),
  policy: Policy.optional().meta({ description: 'The policy of this case, in place of that of the file.' }),
  calls: z
    .array(TestCall)
    .min(1)
    .meta({ description: 'The calls, in order. Counters start at zero in each case.' }),
});
export type TestCase = z.output<typeof TestCase>;

/** A policy test file: a policy, and named cases that say what it must decide. */
export const PolicyTestFile = z
  .strictObject({
    $schema: z.string().optional().meta({ description: 'For editors.' }),
    description: z.string().optional().meta({ description: 'What the cases are about.' }),
    policy: Policy.optional(),
    cases: z.array(TestCase).min(1).meta({ description: 'The cases. Each starts anew.' }),
  })
  .meta({
    title: 'Policy test file',
    description:
      'A policy, and named cases that say what it must decide. Run it with `npm run policy -- test FILE`.',
  });
export type PolicyTestFile = z.output<typeof PolicyTestFile>;

/** Documents that are refused, with all their faults: `content/policy-cases/refused/*.json`. */
export const PolicyRefusals = z
  .strictObject({
    $schema: z.string().optional(),
    description: z.string(),
    documents: z.array(
      z.strictObject({
        name: z.string().min(1),
        text: z
          .string()
          .optional()
          .meta({ description: 'The text of the document, where its text is at fault.' }),
        document: z.unknown().optional().meta({ description: 'The document, where its text is not.' }),
        errors: z
          .array(
            z.strictObject({
              pointer: z.string().meta({ description: 'Where the fault is: a JSON Pointer.' }),
              found: z.string().optional(),
              nearest: z.string().optional().meta({ description: 'The right word that is nearest.' }),
              correction: z.string().optional().meta({ description: 'What to write instead, as JSON.' }),
              includes: z.string().optional().meta({ description: 'A part of the message.' }),
            }),
          )
          .min(1)
          .meta({ description: 'Every fault, in any order.' }),
      }),
    ),
  })
  .meta({
    title: 'Refused policy documents',
    description: 'Documents that a reader of policies must refuse, and where.',
  });
