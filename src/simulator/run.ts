import type { Call, Decision } from '../policy/decision.ts';
import { approve, type CompiledPolicy, decide, memoryState, type State, settle } from '../policy/engine.ts';
import { Recorder } from './record.ts';
import { type Run, type Verdict, verdictOf } from './verdict.ts';
import { type Entry, timeOf } from './workspace.ts';

/** What a session runs on. */
export interface Table {
  policy: CompiledPolicy;
  state: State & { approvals: ReturnType<typeof memoryState>['approvals'] };
}

/** The call of this number within an entry. */
export const callAt = (entry: Entry, number: number): Call => ({
  tool: entry.tool,
  args: entry.args,
  grant: entry.grant,
  at: timeOf(entry, number),
});

/** Decides a call, asks the person of the entry where it is held, and tells the counters what became of it. */
export function make(table: Table, entry: Entry, call: Call, how: typeof decide = decide): Decision[] {
  const policy = entry.unguarded ? undefined : table.policy;
  const decisions = [how(policy, call, table.state)];
  if (decisions[0]?.outcome === 'ask' && entry.approval === 'granted') {
    approve(table.state.approvals, call, call.at - (entry.grantedBefore ?? 0));
    decisions.push(how(policy, call, table.state));
  }
  if (entry.upstream !== 'pending')
    settle(decisions.at(-1) as Decision, entry.upstream === 'failed' ? 'failed' : 'done');
  return decisions;
}

/** Keeps each verdict once; a session has few that differ. */
class Verdicts {
  readonly all: Verdict[] = [];
  readonly #places = new Map<string, number>();

  placeOf(decision: Decision, person: Verdict['person']): number {
    const key = `${decision.outcome}\n${person ?? ''}\n${decision.pointer}\n${decision.rule}\n${decision.message}`;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.all.length);
    return this.all.push(verdictOf(decision, person)) - 1;
  }
}

function firstsOf(entries: readonly Entry[]): Uint32Array {
  const firsts = new Uint32Array(entries.length + 1);
  for (const [index, { times }] of entries.entries()) firsts[index + 1] = (firsts[index] as number) + times;
  return firsts;
}

/**
 * Runs a session from empty counters. Gives way after each entry and each so many calls, by yielding how many are
 * made, so that a caller can stop it or let others work; returns the run.
 */
export function* running(policy: CompiledPolicy, entries: readonly Entry[]): Generator<number, Run> {
  const { counters, approvals } = memoryState();
  const recorder = new Recorder(counters);
  const table: Table = { policy, state: { counters: recorder, approvals } };
  const first = firstsOf(entries);
  const which = new Uint32Array(first.at(-1) as number);
  const verdicts = new Verdicts();
  let made = 0;
  for (const entry of entries)
    for (let number = 0; number < entry.times; number += 1) {
      const call = callAt(entry, number);
      if (!entry.unguarded) recorder.next(policy, entry.tool, call.at);
      const decisions = make(table, entry, call);
      const asked = decisions[0]?.outcome === 'ask' ? entry.approval : undefined;
      which[made] = verdicts.placeOf(decisions.at(-1) as Decision, asked);
      made += 1;
      if (made % SLICE === 0) yield made;
    }
  return { verdicts: verdicts.all, which, first, series: [...recorder.series.values()] };
}

/** The calls between two pauses: about a millisecond's work. */
const SLICE = 500;

/** Runs a session without a pause. */
export function run(policy: CompiledPolicy, entries: readonly Entry[]): Run {
  const steps = running(policy, entries);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}
