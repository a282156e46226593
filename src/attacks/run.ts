import type { Proof, ProofCall, Sequence } from '../model/proof.ts';
import {
  type CompiledPolicy,
  type Decision,
  decide,
  fingerprint,
  memoryState,
  settle,
} from '../policy/index.ts';

/** What the engine said of one call of a proof; of calls alike, the first that was not as expected or the last. */
export interface CallRun {
  call: ProofCall;
  decision: Pick<Decision, 'outcome' | 'rule' | 'pointer' | 'message' | 'retry_after_ms'>;
  /** For a held call that a person approves: what the engine says when it is made again. */
  approved?: Pick<Decision, 'outcome' | 'rule' | 'message'>;
  /** Whether the decision is the expected one. */
  asExpected: boolean;
  /** Whether the call is made in the end. */
  passes: boolean;
}

/** The run of one sequence on fresh counters. */
export interface SequenceRun {
  sequence: Sequence;
  calls: CallRun[];
  /** The position, from 0, of the first call that does not pass; absent where all pass. */
  stoppedAt?: number;
  asExpected: boolean;
}

/** A Monday at midnight UTC: the start of a minute, an hour and a day, so that every window begins empty. */
const START = Date.UTC(2026, 0, 5);
const GRANT = 'agent';

interface Session {
  policyOf(call: ProofCall): CompiledPolicy | undefined;
  state: ReturnType<typeof memoryState>;
  now: number;
}

/** The policy of the server that a call goes to; none where nobody attached one. */
const governing = (proof: Proof, policy: CompiledPolicy) => {
  const withoutPolicy = proof.servers.filter(({ governed }) => !governed);
  return ({ tool, server }: ProofCall) =>
    withoutPolicy.some(({ name, tools }) => (server ? name === server : tools.includes(tool)))
      ? undefined
      : policy;
};

function decideOnce({ policyOf, state, now }: Session, call: ProofCall): Decision {
  const decision = decide(policyOf(call), { tool: call.tool, args: call.args, grant: GRANT, at: now }, state);
  settle(decision, 'done');
  return decision;
}

/** Approves exactly this call, and makes it again. */
function decideApproved(session: Session, call: ProofCall): Decision {
  const print = fingerprint(call.tool, call.args);
  if (print !== undefined)
    session.state.approvals.give({ grant: GRANT, fingerprint: print, at: session.now });
  return decideOnce(session, call);
}

const isExpected = ({ expect }: ProofCall, { outcome, rule }: Decision) =>
  outcome === expect.outcome && rule === (expect.rule ?? '');

function runOnce(session: Session, call: ProofCall): CallRun {
  const { reservation: _, ...decision } = decideOnce(session, call);
  const expected = isExpected(call, decision);
  if (!call.approved || decision.outcome !== 'ask')
    return { call, decision, asExpected: expected && !call.approved, passes: decision.outcome === 'allow' };
  const { outcome, rule, message } = decideApproved(session, call);
  const passes = outcome === 'allow';
  return { call, decision, approved: { outcome, rule, message }, asExpected: expected && passes, passes };
}

function runCall(session: Session, call: ProofCall): CallRun {
  session.now += call.after * 1000;
  let run = runOnce(session, call);
  for (let made = 1; made < call.times && run.asExpected; made += 1) run = runOnce(session, call);
  return run;
}

/** Runs one sequence of a proof under a policy. */
export function runSequence(proof: Proof, policy: CompiledPolicy, sequence: Sequence): SequenceRun {
  const session = { policyOf: governing(proof, policy), state: memoryState(), now: START };
  const calls = sequence.calls.map((call) => runCall(session, call));
  const stopped = calls.findIndex(({ passes }) => !passes);
  return {
    sequence,
    calls,
    ...(stopped >= 0 && { stoppedAt: stopped }),
    asExpected: calls.every(({ asExpected }) => asExpected),
  };
}
