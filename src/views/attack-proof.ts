import type { Mutation, ProofRun } from '../attacks/prove.ts';
import type { CallRun, SequenceRun } from '../attacks/run.ts';
import type { Proof, ProofServer, SequenceKind } from '../model/proof.ts';
import { routes } from '../routes.ts';
import { argsText } from './attack-args.ts';
import { controlLabel, term } from './attack-words.ts';
import { jsonText } from './json-text.ts';
import { list, number, plural } from './words.ts';

/** One line of a recorded run: a call, or several alike, and what the engine said. */
export interface CallView {
  /** From 1. */
  number: number;
  tool: string;
  server: string | undefined;
  json: string;
  /** Such as `1 hour later`, `30 times`. */
  when: string | undefined;
  origin: string;
  note: string | undefined;
  outcome: string;
  rule: string;
  message: string;
  /** For a call that a person approved: what became of it. */
  approved: string | undefined;
}

export interface SequenceView {
  title: string;
  /** What became of it, as a sentence. */
  result: string;
  why: string | undefined;
  calls: CallView[];
}

/** All that a page says of a proof. */
export interface ProofView {
  about: string;
  policy: string;
  /** What the run showed, as a sentence. */
  says: string;
  kinds: { kind: SequenceKind; heading: string; meaning: string; sequences: SequenceView[] }[];
  rules: { rule: string; effect: string; effectWord: string; why: string }[];
  /** The servers of the calls, each with where the names of its tools come from. */
  servers: { name: string; href: string | undefined; tools: string[]; note: string }[];
  beyond: { label: string; missing: string; takes: string }[];
}

const UNITS: readonly [seconds: number, word: string][] = [
  [86_400, 'day'],
  [3_600, 'hour'],
  [60, 'minute'],
  [1, 'second'],
];

/** `90` as `90 seconds`, `3600` as `1 hour`: in the largest unit that leaves no rest. */
export function duration(seconds: number): string {
  const [size, word] = UNITS.find(([unit]) => seconds % unit === 0) ?? [1, 'second'];
  return plural(seconds / size, word);
}

const whenOf = ({ times, after }: CallRun['call']): string | undefined => {
  const parts = [
    ...(after > 0 ? [`${duration(after)} later`] : []),
    ...(times > 1 ? [`${number(times)} times`] : []),
  ];
  return parts.length ? parts.join(', ') : undefined;
};

const callView = ({ call, decision, approved }: CallRun, index: number): CallView => ({
  number: index + 1,
  tool: call.tool,
  server: call.server,
  json: argsText(call.args),
  when: whenOf(call),
  origin: term('origins', call.origin).label,
  note: call.note,
  outcome: decision.outcome,
  rule: decision.rule,
  message: decision.message,
  approved: approved && `A person approves exactly this call: ${approved.outcome}.`,
});

function resultOf({ sequence, calls, stoppedAt }: SequenceRun): string {
  if (stoppedAt === undefined) return sequence.kind === 'benign' ? 'It passes.' : 'It still passes.';
  return calls.length === 1 ? 'Stopped.' : `Stopped at call ${stoppedAt + 1} of ${calls.length}.`;
}

const sequenceView = (run: SequenceRun): SequenceView => ({
  title: run.sequence.title,
  result: resultOf(run),
  why: run.sequence.why,
  calls: run.calls.map(callView),
});

const KINDS: readonly SequenceKind[] = ['hostile', 'benign', 'residual'];

const kindsOf = (sequences: readonly SequenceRun[]): ProofView['kinds'] =>
  KINDS.flatMap((kind) => {
    const members = sequences.filter(({ sequence }) => sequence.kind === kind);
    const { label, meaning } = term('sequences', kind);
    return members.length ? [{ kind, heading: label, meaning, sequences: members.map(sequenceView) }] : [];
  });

/** The name of what was taken away: the place in the policy, or the server that got one. */
const ruleName = (pointer: string, { servers }: Proof) => {
  const at = /^\/servers\/(\d+)\/governed$/.exec(pointer)?.[1];
  return at === undefined ? pointer : `no policy for ${servers[Number(at)]?.name ?? at}`;
};

const ruleView = (mutation: Mutation, proof: Proof): ProofView['rules'][number] => ({
  rule: ruleName(mutation.pointer, proof),
  effect: mutation.effect,
  effectWord: term('effects', mutation.effect).label,
  why: mutation.spare ?? mutation.sequence ?? '',
});

const serverView = (
  { name, catalogue, tools, origin, governed }: ProofServer,
  known: (id: string) => boolean,
): ProofView['servers'][number] => ({
  name,
  href: catalogue && known(catalogue) ? routes.server(catalogue) : undefined,
  tools,
  note: `Names: ${term('toolOrigins', origin).label.toLowerCase()}.${governed ? '' : ' No policy is attached to it, so all its tools are denied.'}`,
});

function saysOf({ sequences, mutations }: ProofRun): string {
  const count = (kind: SequenceKind) => sequences.filter(({ sequence }) => sequence.kind === kind).length;
  const needed = mutations.filter(({ spare }) => spare === undefined).length;
  const residual = count('residual');
  const parts = [
    `stops ${plural(count('hostile'), 'hostile sequence')}`,
    `lets ${plural(count('benign'), 'benign sequence')} pass`,
    ...(residual ? [`misses ${plural(residual, 'hostile sequence')}`] : []),
  ];
  const rules = `Of its ${plural(mutations.length, 'rule')}, ${needed === mutations.length ? 'each' : number(needed)} ${needed === 1 || needed === mutations.length ? 'is' : 'are'} needed: without it, an attack passes or work is blocked.`;
  return `Run by the engine when this page was built, the policy ${list(parts)}. ${mutations.length === 1 ? 'Its one rule is needed: without it, an attack passes or work is blocked.' : rules}`;
}

/** What a page says of a proof. `known` tells whether a server is in the catalogue. */
export const proofView = (proof: Proof, run: ProofRun, known: (id: string) => boolean): ProofView => ({
  about: proof.about,
  policy: jsonText(proof.policy),
  says: saysOf(run),
  kinds: kindsOf(run.sequences),
  rules: run.mutations.map((mutation) => ruleView(mutation, proof)),
  servers: proof.servers.map((server) => serverView(server, known)),
  beyond: proof.beyond.map(({ control, missing, takes }) => ({
    label: controlLabel(control),
    missing,
    takes,
  })),
});
