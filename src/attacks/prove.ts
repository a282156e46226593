import type { Attack } from '../model/attack.ts';
import { type Problem, shown } from '../model/problem.ts';
import type { Proof } from '../model/proof.ts';
import { checkPolicy, compile, loadRegex, type PolicyDocument, type RegexCompiler } from '../policy/index.ts';
import { mutantsOf } from './mutants.ts';
import { type CallRun, runSequence, type SequenceRun } from './run.ts';

/**
 * What taking one rule away does. `opens`: a hostile sequence passes whole. `blocks`: a benign one no longer
 * passes. `weakens`: a hostile call passes or is only asked about, but another rule still stops the sequence.
 * `none`: nothing changes.
 */
export type Effect = 'opens' | 'blocks' | 'weakens' | 'none';

export interface Mutation {
  /** What was taken away: a JSON Pointer into the policy, or `/servers/N/governed` for a policy attached there. */
  pointer: string;
  effect: Effect;
  /** The title of the first sequence that shows it. */
  sequence?: string;
  /** Why the rule is there although nothing needs it. */
  spare?: string;
}

/** What a proof showed when it was run. */
export interface ProofRun {
  id: string;
  /** `stopped`: no hostile sequence passes; `partly`: a residual one does. */
  result: 'stopped' | 'partly';
  sequences: SequenceRun[];
  mutations: Mutation[];
  /** Every way in which the proof does not hold; empty where it does. */
  problems: Problem[];
}

const fileOf = (id: string) => `proofs/${id}.json`;

const sequencesOf = (proof: Proof, policy: PolicyDocument, regex: RegexCompiler | undefined) => {
  const compiled = compile(policy, regex);
  return proof.sequences.map((sequence) => runSequence(proof, compiled, sequence));
};

const said = ({ outcome, rule }: { outcome: string; rule?: string | undefined }) =>
  rule ? `${outcome} by ${rule}` : outcome;

function callProblem(id: string, { call, decision, approved }: CallRun, pointer: string): Problem {
  const { outcome } = call.expect;
  const found =
    approved && approved.outcome !== 'allow' ? `${said(approved)} after approval` : said(decision);
  const expected = call.approved ? `${said(call.expect)}, then allow` : said(call.expect);
  const remedy =
    outcome === 'allow'
      ? 'The policy refuses a call that should pass: loosen the rule, or correct the expectation.'
      : decision.outcome === 'allow'
        ? 'The policy lets the call through: add the rule that stops it, or mark the sequence as residual.'
        : 'Another rule decides first: correct the expectation or the order.';
  return { file: fileOf(id), pointer, found: `${found} for ${shown(call.tool)}`, expected, remedy };
}

const sequenceProblems = (id: string, runs: readonly SequenceRun[]): Problem[] =>
  runs.flatMap(({ calls }, at) =>
    calls.flatMap((call, index) =>
      call.asExpected ? [] : [callProblem(id, call, `/sequences/${at}/calls/${index}`)],
    ),
  );

/** Whether a call that was refused now passes, or is asked about instead. */
const reopened = ({ calls }: SequenceRun) =>
  calls.some(
    ({ call, decision, passes }) =>
      (passes && call.expect.outcome !== 'allow' && !call.approved) ||
      (decision.outcome === 'ask' && call.expect.outcome === 'deny'),
  );

/** What each effect looks like in the run of one sequence, the strongest first. */
const EFFECTS: readonly [Effect, (run: SequenceRun) => boolean][] = [
  ['opens', (run) => run.sequence.kind === 'hostile' && run.stoppedAt === undefined],
  ['blocks', (run) => run.sequence.kind === 'benign' && run.stoppedAt !== undefined],
  ['weakens', (run) => run.sequence.kind === 'hostile' && reopened(run)],
];

function effectOf(runs: readonly SequenceRun[]): Pick<Mutation, 'effect' | 'sequence'> {
  for (const [effect, shows] of EFFECTS) {
    const run = runs.find(shows);
    if (run) return { effect, sequence: run.sequence.title };
  }
  return { effect: 'none' };
}

/** The proof with the policy attached, in turn, to each server that has none. */
const attached = (proof: Proof) =>
  proof.servers.flatMap(({ governed }, at) =>
    governed
      ? []
      : [
          {
            pointer: `/servers/${at}/governed`,
            proof: {
              ...proof,
              servers: proof.servers.map((one, index) => (index === at ? { ...one, governed: true } : one)),
            },
          },
        ],
  );

function mutationsOf(proof: Proof, policy: PolicyDocument, regex: RegexCompiler | undefined): Mutation[] {
  const reasons = new Map(proof.spare.map(({ pointer, why }) => [pointer, why]));
  const cases = [
    ...mutantsOf(policy).map(({ pointer, document }) => ({ pointer, proof, document })),
    ...attached(proof).map((one) => ({ ...one, document: policy })),
  ];
  return cases.map(({ pointer, proof: changed, document }) => ({
    pointer,
    ...effectOf(sequencesOf(changed, document, regex)),
    ...(reasons.has(pointer) && { spare: reasons.get(pointer) as string }),
  }));
}

const isNeeded = ({ effect }: Mutation) => effect === 'opens' || effect === 'blocks';

function mutationProblems(id: string, mutations: readonly Mutation[]): Problem[] {
  return mutations
    .filter((mutation) => isNeeded(mutation) === (mutation.spare !== undefined))
    .map(({ pointer, effect, spare, sequence }) =>
      spare === undefined
        ? {
            file: fileOf(id),
            pointer: pointer.startsWith('/servers') ? pointer : `/policy${pointer}`,
            found: `a rule that ${effect === 'weakens' ? `another one covers (${sequence})` : 'no sequence needs'}`,
            expected: 'a rule without which an attack passes or a benign twin fails',
            remedy:
              'Remove the rule, add the sequence that needs it, or name it under spare with the reason.',
          }
        : {
            file: fileOf(id),
            pointer: '/spare',
            found: `${pointer}, which ${shown(sequence)} needs`,
            expected: 'only rules that no sequence needs',
            remedy: 'Remove it from spare.',
          },
    );
}

function staleSpares(id: string, proof: Proof, mutations: readonly Mutation[]): Problem[] {
  const pointers = new Set(mutations.map(({ pointer }) => pointer));
  return proof.spare.flatMap(({ pointer }, index) =>
    pointers.has(pointer)
      ? []
      : [
          {
            file: fileOf(id),
            pointer: `/spare/${index}/pointer`,
            found: shown(pointer),
            expected: 'a pointer to a rule of the policy',
            remedy: 'Correct or remove it.',
          },
        ],
  );
}

const failed = (id: string, problems: Problem[]): ProofRun => ({
  id,
  result: 'partly',
  sequences: [],
  mutations: [],
  problems,
});

/** Runs one proof: every sequence, then every sequence again with each rule of the policy taken away. */
export function prove(id: string, proof: Proof, regex?: RegexCompiler): ProofRun {
  const parsed = checkPolicy(proof.policy, regex);
  if (!parsed.ok)
    return failed(
      id,
      parsed.errors.map(({ pointer, found, expected, message }) => ({
        file: fileOf(id),
        pointer: `/policy${pointer}`,
        found,
        expected,
        remedy: message,
      })),
    );
  const sequences = sequencesOf(proof, parsed.document, regex);
  const problems = sequenceProblems(id, sequences);
  const mutations = mutationsOf(proof, parsed.document, regex);
  const unproved = problems.length ? [] : mutationProblems(id, mutations);
  return {
    id,
    result: sequences.some(({ sequence }) => sequence.kind === 'residual') ? 'partly' : 'stopped',
    sequences,
    mutations,
    problems: [...problems, ...unproved, ...staleSpares(id, proof, mutations)],
  };
}

/** Runs every proof, in the order of ids. */
export async function proveAll(proofs: ReadonlyMap<Attack['id'], Proof>): Promise<Map<string, ProofRun>> {
  const regex = await loadRegex([...proofs.values()].map(({ policy }) => policy));
  return new Map([...proofs].map(([id, proof]) => [id, prove(id, proof, regex)]));
}
