import { z } from 'zod';
import { CallOrigin, Prose } from './attack.ts';
import { ServerId } from './server.ts';

/** What the policy must answer to one call. */
const Expectation = z
  .strictObject({
    outcome: z.enum(['allow', 'deny', 'ask']),
    /** The short form of the rule that decides, such as `/tools/pay/require/args.to-in`. */
    rule: z.string().min(1).optional(),
  })
  .refine(({ outcome, rule }) => (outcome === 'allow') === (rule === undefined), {
    message: 'the deciding rule with deny and ask, and none with allow',
    path: ['rule'],
  });

/** One call, or several alike, with the decision they must get. */
export const ProofCall = z.strictObject({
  /** Which server of the proof is called; needed only where two of them offer the tool. */
  server: z.string().optional(),
  tool: z.string().min(1).max(256),
  args: z.record(z.string(), z.json()),
  origin: CallOrigin,
  /** What the reader should notice. */
  note: Prose.optional(),
  /** How often the call is made, each time with the same expectation. */
  times: z.int().min(1).max(10_000).default(1),
  /** Seconds that pass before it; a sequence starts at the start of a minute, an hour and a day. */
  after: z.number().min(0).default(0),
  /** A person approves exactly this call after it was held. Then it must be allowed. */
  approved: z.literal(true).optional(),
  expect: Expectation,
});
export type ProofCall = z.output<typeof ProofCall>;

/**
 * `hostile`: the attack or a variant of it, stopped at the first call that is not allowed.
 * `benign`: a twin that a working user needs, and that passes whole.
 * `residual`: hostile as well, and passes; kept so that the page shows what remains.
 */
export const SequenceKind = z.enum(['hostile', 'benign', 'residual']);
export type SequenceKind = z.output<typeof SequenceKind>;

const passes = (call: ProofCall) => call.expect.outcome === 'allow' || call.approved === true;

const Sequence = z
  .strictObject({
    kind: SequenceKind,
    /** One sentence: who wants what. */
    title: Prose,
    /** For a residual sequence: why it passes, and what it would take to stop it. */
    why: Prose.optional(),
    calls: z.array(ProofCall).min(1, 'at least one call'),
  })
  .refine((sequence) => (sequence.kind === 'residual') === (sequence.why !== undefined), {
    message: 'a reason for a residual sequence, and for no other',
    path: ['why'],
  })
  .refine(({ kind, calls }) => (kind === 'hostile') !== calls.every(passes), {
    message: 'a call that is not allowed in a hostile sequence, and none in any other',
    path: ['calls'],
  });
export type Sequence = z.output<typeof Sequence>;

/**
 * Where the names of a server's tools are from: this catalogue, the project's own documentation, a source of the
 * entry, nowhere (any server of the kind), or us.
 */
export const ToolOrigin = z.enum(['catalogue', 'documented', 'reported', 'generic', 'ours']);
export type ToolOrigin = z.output<typeof ToolOrigin>;

/** A server of the session, or the agent's own tools, with the tools that matter here. */
const ProofServer = z
  .strictObject({
    name: z.string().min(1),
    /** The server in the catalogue, if it is there. */
    catalogue: ServerId.optional(),
    tools: z.array(z.string().min(1).max(256)).min(1),
    origin: ToolOrigin,
    /** `false` for a server that nobody attached a policy to: all its tools are denied. */
    governed: z.boolean().default(true),
  })
  .refine(({ origin, catalogue }) => origin !== 'catalogue' || catalogue !== undefined, {
    message: 'the server in the catalogue that the names are from',
    path: ['catalogue'],
  });
export type ProofServer = z.output<typeof ProofServer>;

/** `content/proofs/<id>.json`: what the policy of one attack stops, lets through, and misses. */
export const Proof = z.strictObject({
  $schema: z.string().optional(),
  /** What the policy does and whom it suits, in a sentence or two. */
  about: Prose,
  servers: z.array(ProofServer).min(1, 'at least one server'),
  /** The document, in the policy format; the engine checks it. */
  policy: z.record(z.string(), z.json()),
  sequences: z
    .array(Sequence)
    .refine(
      (all) => ['hostile', 'benign'].every((kind) => all.some((one) => one.kind === kind)),
      'a hostile and a benign sequence at least',
    ),
  /** Rules that no sequence needs and that are meant to be there. */
  spare: z
    .array(
      z.strictObject({
        /** An RFC 6901 JSON Pointer into the policy. */
        pointer: z.string().startsWith('/'),
        why: Prose,
      }),
    )
    .default([]),
  /** What the policy format cannot express here, and what it would take. */
  beyond: z
    .array(
      z.strictObject({
        /** The control that is missing: an id of `attack-controls.json`. */
        control: z.string(),
        missing: Prose,
        takes: Prose,
      }),
    )
    .default([]),
});
export type Proof = z.output<typeof Proof>;
