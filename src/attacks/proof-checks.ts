import type { Attack } from '../model/attack.ts';
import { type Problem, shown } from '../model/problem.ts';
import type { Proof, ProofCall } from '../model/proof.ts';
import { nearest } from '../policy/index.ts';
import type { Check } from './checks.ts';
import { entryFile } from './entry.ts';

const fileOf = (id: string) => `proofs/${id}.json`;

/** Entries that must have a proof: a policy in an MCP proxy does something about them. */
export const needsProof = ({ policy }: Attack) =>
  policy.point === 'mcp-proxy' && policy.verdict !== 'does-not-stop';

const proofsExist: Check = {
  name: 'proof-for-entry',
  description: 'An entry that a policy in an MCP proxy stops or limits has a proof.',
  check: ({ attacks, proofs }) =>
    [...attacks.values()]
      .filter((attack) => needsProof(attack) && !proofs.has(attack.id))
      .map(({ id, policy }) => ({
        file: entryFile(id),
        pointer: '/policy/verdict',
        found: `${policy.verdict} at ${policy.point}, without ${fileOf(id)}`,
        expected: 'a proof of the verdict',
        remedy: 'Write the proof, or correct the verdict.',
      })),
};

const proofHasEntry: Check = {
  name: 'entry-for-proof',
  description: 'A proof belongs to an entry whose calls a policy can see.',
  check: ({ attacks, broken, proofs }) =>
    [...proofs.keys()].flatMap((id) => {
      const attack = attacks.get(id);
      if (broken.has(id) || (attack && attack.policy.point !== 'none')) return [];
      const found = attack
        ? 'an attack at the point none: the policy never sees a call'
        : `no ${entryFile(id)}`;
      const expected = 'an entry of the same id, with a point at which a policy sees the calls';
      return [
        { file: fileOf(id), pointer: '', found, expected, remedy: 'Remove the proof, or correct the entry.' },
      ];
    }),
};

/** Requests and notifications of MCP that are no tool calls (specification 2025-11-25 and 2026-07-28). */
const PROTOCOL =
  /^(?:initialize|ping|(?:tools|resources|prompts|sampling|elicitation|roots|logging|completion|notifications|tasks)\/.+)$/;

const callsOf = (proof: Proof) =>
  proof.sequences.flatMap(({ calls }, sequence) =>
    calls.map((call, index) => ({ call, pointer: `/sequences/${sequence}/calls/${index}` })),
  );

/** Why the policy would never see this call, or see another one than is meant. */
function unseen(proof: Proof, { tool, server }: ProofCall): Omit<Problem, 'file' | 'pointer'> | undefined {
  if (PROTOCOL.test(tool)) {
    const expected = 'a tool call';
    return {
      found: `${shown(tool)}, a message of the protocol that a tool-call policy never sees`,
      expected,
      remedy: 'Prove the calls that it leads to, and say the rest under beyond.',
    };
  }
  const offering = proof.servers.filter((one) => one.tools.includes(tool));
  const named = server === undefined ? offering : offering.filter(({ name }) => name === server);
  if (named.length === 1) return undefined;
  const near = nearest(
    tool,
    proof.servers.flatMap(({ tools }) => tools),
  );
  return {
    found: `${shown(tool)}, which ${offering.length ? 'several servers offer' : 'no server of the proof offers'}: the policy never sees it`,
    expected: 'a tool of exactly one server under /servers, named by the call where several offer it',
    remedy: `${near && near !== tool ? `Did you mean ${shown(near)}? ` : ''}List the tool, or name the server.`,
  };
}

const callsAreSeen: Check = {
  name: 'calls-seen',
  description: 'Every call of a proof is a tool call to a server of the session.',
  check: ({ proofs }) =>
    [...proofs].flatMap(([id, proof]) =>
      callsOf(proof).flatMap(({ call, pointer }) => {
        const fault = unseen(proof, call);
        return fault ? [{ file: fileOf(id), pointer, ...fault }] : [];
      }),
    ),
};

const policyNames = ({ policy }: Proof) => [
  ...Object.keys((policy.tools ?? {}) as object).map((tool) => ({ tool, pointer: `/policy/tools/${tool}` })),
  ...(Array.isArray(policy.hide) ? policy.hide : []).flatMap((tool, index) =>
    typeof tool === 'string' && tool !== '*' ? [{ tool, pointer: `/policy/hide/${index}` }] : [],
  ),
];

const policyNamesTools: Check = {
  name: 'policy-tools-exist',
  description: 'A policy names tools that a server of the proof offers.',
  check: ({ proofs }) =>
    [...proofs].flatMap(([id, proof]) => {
      const offered = new Set(proof.servers.flatMap(({ tools }) => tools));
      return policyNames(proof)
        .filter(({ tool }) => !offered.has(tool))
        .map(({ tool, pointer }) => ({
          file: fileOf(id),
          pointer,
          found: shown(tool),
          expected: 'a tool under /servers',
          remedy: 'Correct the name, or list the tool with its server.',
        }));
    }),
};

const limitsAreShown: Check = {
  name: 'limits-are-shown',
  description: 'The proof of an attack that a policy only limits shows what remains.',
  check: ({ attacks, proofs }) =>
    [...proofs]
      .filter(
        ([id, { sequences }]) =>
          attacks.get(id)?.policy.verdict === 'limits' && !sequences.some(({ kind }) => kind === 'residual'),
      )
      .map(([id]) => ({
        file: fileOf(id),
        pointer: '/sequences',
        found: 'a proof in which nothing remains, of an attack that a policy only limits',
        expected: 'a residual sequence',
        remedy: 'Add the variant that passes, or correct the verdict.',
      })),
};

const beyondControls: Check = {
  name: 'beyond-controls',
  description: 'What a proof says to be missing is a control of the taxonomy.',
  check: ({ proofs }, { controls }) =>
    [...proofs].flatMap(([id, { beyond }]) =>
      beyond.flatMap(({ control }, index) => {
        if (controls.has(control)) return [];
        const pointer = `/beyond/${index}/control`;
        const expected = 'an id of taxonomy/attack-controls.json';
        return [{ file: fileOf(id), pointer, found: shown(control), expected, remedy: 'Use a listed id.' }];
      }),
    ),
};

/** The rules for proofs that need no engine; `prove.ts` runs the calls. */
export const PROOF_CHECKS: readonly Check[] = [
  proofsExist,
  proofHasEntry,
  callsAreSeen,
  policyNamesTools,
  limitsAreShown,
  beyondControls,
];
