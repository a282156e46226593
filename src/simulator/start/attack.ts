import * as z from 'zod/mini';
import type { SequenceKind } from '../../model/proof.ts';
import { BOUNDS, type Entry, entryOf, START } from '../workspace.ts';
import { failed, type Offer, type Offers, offers, policyText } from './offer.ts';
import { own } from './plain-json.ts';

const KINDS: Record<SequenceKind, string> = {
  hostile: 'The attack, which the policy of the page stops.',
  benign: 'The work of a user, which passes.',
  residual: 'An attack that passes all the same.',
};

const object = z.record(z.string(), z.unknown());
const toolName = z.string().check(z.minLength(1), z.maxLength(BOUNDS.name));

const Call = z.object({
  server: z.optional(z.string()),
  tool: toolName,
  args: object,
  note: z.optional(z.string()),
  times: z._default(z.int().check(z.minimum(1), z.maximum(10_000)), 1),
  after: z._default(z.number().check(z.minimum(0)), 0),
  approved: z.optional(z.literal(true)),
});

/** What is replayed of a proof (`Proof` in `model/proof.ts`); the rest of it says what the calls must come to. */
const Replayed = z.object({
  servers: z.array(
    z.object({ name: z.string(), tools: z.array(toolName), governed: z._default(z.boolean(), true) }),
  ),
  policy: object,
  sequences: z
    .array(
      z.object({
        kind: z.enum(['hostile', 'benign', 'residual']),
        title: z.string(),
        calls: z.array(Call),
      }),
    )
    .check(z.minLength(1)),
});
type Replayed = z.output<typeof Replayed>;
type Call = z.output<typeof Call>;

const isUnguarded = ({ servers }: Replayed, { tool, server }: Call): boolean =>
  servers.some(({ governed, name, tools }) => !governed && (server ? name === server : tools.includes(tool)));

function entriesOf(proof: Replayed, calls: readonly Call[]): Entry[] {
  let at = START;
  return calls.map((call) => {
    at += Math.round(call.after * 1000);
    return entryOf(call.tool, call.args, at, {
      grant: 'agent',
      times: call.times,
      ...(call.approved && { approval: 'granted' as const }),
      ...(isUnguarded(proof, call) && { unguarded: true as const }),
      ...(call.note && { note: call.note }),
    });
  });
}

/** Reads an attack of this site: each sequence of its proof is an offer. */
export function readAttack(value: unknown): Offers {
  const parsed = Replayed.safeParse(own(value, 'proof'));
  if (!parsed.success) return failed('This attack has no calls to replay.');
  const title = String(own(value, 'title') ?? 'An attack');
  const proof = parsed.data;
  const tools = proof.servers.flatMap((server) => server.tools.map((name) => ({ name })));
  const all = proof.sequences.map(
    (sequence): Offer => ({
      title: `${title}: ${sequence.title}`,
      label: sequence.title,
      about: KINDS[sequence.kind],
      policy: policyText(proof.policy),
      tools,
      entries: entriesOf(proof, sequence.calls),
    }),
  );
  const found = offers(all);
  return found.ok ? { ...found, heading: title } : found;
}
