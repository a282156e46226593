import { approve } from './approvals.ts';
import type { CompiledPolicy } from './compile.ts';
import { memoryState } from './decide.ts';
import { type Call, type Decision, settle } from './decision.ts';
import { type Explanation, explain } from './explain.ts';
import type { TestCall, TestCase } from './test-file.ts';

/** One thing that a call was expected to answer and did not. */
export interface Difference {
  field: string;
  expected: unknown;
  actual: unknown;
}

/** A call that was answered otherwise than expected. */
export interface Failure {
  /** The index of the call in its case. */
  call: number;
  differences: Difference[];
  explanation: Explanation;
}

/** What came of a case. */
export interface CaseResult {
  name: string;
  failures: Failure[];
  /** The pointer of every decision, for the coverage. */
  pointers: string[];
}

/** The time of a first call that states none. */
const START = '2026-01-01T00:00:00Z';

/** Which fields of a decision are not as expected. */
export function differences(
  decision: Decision,
  { message_includes: part, ...exact }: TestCall['expect'],
): Difference[] {
  const wrong = Object.entries(exact)
    .map(([field, expected]) => ({ field, expected, actual: decision[field as keyof Decision] }))
    .filter(({ expected, actual }) => expected !== undefined && actual !== expected);
  if (part === undefined || decision.message.includes(part)) return wrong;
  return [...wrong, { field: 'message_includes', expected: part, actual: decision.message }];
}

const callOf = ({ args = {}, at, grant = 'default', tool }: TestCall, before: number): Call => ({
  tool,
  args,
  grant,
  at: at === undefined ? before : Date.parse(at),
});

/** Runs the calls of a case on empty state. */
export function runCase(policy: CompiledPolicy, { calls, name }: TestCase): CaseResult {
  const state = memoryState();
  const result: CaseResult = { name, failures: [], pointers: [] };
  let at = Date.parse(START);
  for (const [index, step] of calls.entries()) {
    const call = callOf(step, at);
    at = call.at;
    if (step.approved_at !== undefined) approve(state.approvals, call, Date.parse(step.approved_at));
    const explanation = explain(policy, call, state);
    if (step.upstream !== 'pending') settle(explanation, step.upstream ?? 'done');
    result.pointers.push(explanation.pointer);
    const wrong = differences(explanation, step.expect);
    if (wrong.length > 0) result.failures.push({ call: index, differences: wrong, explanation });
  }
  return result;
}
