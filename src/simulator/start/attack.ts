import type { ProofCall, Proof as ProofType, Sequence } from '../../model/proof.ts';
import { Proof } from '../../model/proof.ts';
import { type Entry, entryOf, START } from '../workspace.ts';
import { failed, type Offer, type Offers, offers, policyText } from './offer.ts';
import { own } from './plain-json.ts';

const KINDS: Record<Sequence['kind'], string> = {
  hostile: 'The attack, which the policy of the page stops.',
  benign: 'The work of a user, which passes.',
  residual: 'An attack that passes all the same.',
};

const isUnguarded = ({ servers }: ProofType, { tool, server }: ProofCall): boolean =>
  servers.some(({ governed, name, tools }) => !governed && (server ? name === server : tools.includes(tool)));

function entriesOf(proof: ProofType, { calls }: Sequence): Entry[] {
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
  const parsed = Proof.safeParse(own(value, 'proof'));
  if (!parsed.success) return failed('This attack has no calls to replay.');
  const title = String(own(value, 'title') ?? 'An attack');
  const proof = parsed.data;
  const tools = proof.servers.flatMap((server) => server.tools.map((name) => ({ name })));
  const all = proof.sequences.map(
    (sequence): Offer => ({
      title: `${title}: ${sequence.title}`,
      about: KINDS[sequence.kind],
      policy: policyText(proof.policy),
      tools,
      entries: entriesOf(proof, sequence),
    }),
  );
  return offers(all);
}
