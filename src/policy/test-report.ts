import type * as z from 'zod/mini';
import { type CompiledPolicy, compile } from './compile.ts';
import type { Json, PolicyDocument } from './document.ts';
import { edited, LEFT_OUT } from './edit.ts';
import { loadPolicy } from './load.ts';
import { readJson } from './parse.ts';
import { namesOf, pointerOf } from './pointer.ts';
import { type PolicyError, policyError } from './policy-error.ts';
import { placeOf, rulePlaces } from './rule-places.ts';
import { PolicyTestFile, type TestCase } from './test-file.ts';
import { type CaseResult, runCase } from './test-run.ts';

/** The cases of one policy. */
interface Suite {
  policy: CompiledPolicy;
  cases: TestCase[];
}

/** One fault of a policy test file, or of a policy that it names. */
export type TestFileError = Pick<PolicyError, 'pointer' | 'message'>;

/** What a policy test file came to, or why it cannot be run. */
export type TestReport = { ok: true; suites: SuiteReport[] } | { ok: false; errors: TestFileError[] };

export interface SuiteReport {
  cases: CaseResult[];
  /** Pointers of all rules, and of those that no case fired. */
  rules: string[];
  unfired: string[];
  /** Pointers of what can be taken out, or a default that can be turned, without a case failing. */
  unnoticed?: string[];
}

/** What to say of an issue of the schema of test files: the schema's own words. */
const issueError = ({ message, path }: z.core.$ZodIssue): TestFileError => {
  const pointer = pointerOf(path);
  return { pointer, message: `At ${pointer === '' ? 'the top of the file' : pointer}: ${message}.` };
};

/** Reads the text of a policy that a test file names by its path. */
export type ReadPolicy = (path: string) => Promise<string>;

type Suites = { ok: true; suites: Suite[] } | { ok: false; errors: TestFileError[] };

const failed = (errors: TestFileError[]): { ok: false; errors: TestFileError[] } => ({ ok: false, errors });

/** The cases of a file by their policies, in the order in which the policies come. */
async function suitesOf(file: PolicyTestFile, readPolicy: ReadPolicy): Promise<Suites> {
  const suites = new Map<unknown, Suite>();
  const errors: TestFileError[] = [];
  for (const [index, one] of file.cases.entries()) {
    const source = one.policy ?? file.policy;
    const place = one.policy === undefined ? '/policy' : pointerOf(['cases', index, 'policy']);
    const suite = suites.get(source);
    if (suite !== undefined) {
      suite.cases.push(one);
      continue;
    }
    const loaded = await loadPolicy(typeof source === 'string' ? await readPolicy(source) : source);
    if (loaded.ok) suites.set(source, { policy: loaded.policy, cases: [one] });
    else
      errors.push(...loaded.errors.map((error) => policyError({ ...error, pointer: place + error.pointer })));
  }
  return errors.length > 0 ? failed(errors) : { ok: true, suites: [...suites.values()] };
}

/** What stands in for a rule that is taken out, so that the places of all others stay as they are. */
const NEUTRAL: Record<string, Json> = {
  default: 'allow',
  hide: '\u0000',
  require: { conditions: [] },
  deny_if: { conditions: [{ path: 'args', op: 'exists', value: false }] },
  limits: { counter: '\u0000', window: 'day', max: Number.MAX_SAFE_INTEGER, scope: 'grant' },
};

/** The document with one of its places made to decide nothing; a default is turned. */
function without(document: PolicyDocument, pointer: string): PolicyDocument {
  const names = namesOf(pointer);
  const [list = '', last = ''] = names.slice(-2);
  const neutral = names.length === 1 ? NEUTRAL[last] : /^\d+$/.test(last) ? NEUTRAL[list] : undefined;
  return edited(document, names, neutral ?? LEFT_OUT) as PolicyDocument;
}

/** What can be taken out of a document without a case noticing: rules, and tools that are listed. */
function unnoticed({ cases, policy }: Suite): string[] {
  const { document, regex } = policy;
  const listed = Object.keys(document.tools ?? {}).map((tool) => pointerOf(['tools', tool]));
  return [...rulePlaces(document), ...listed].filter((pointer) => {
    const mutant = compile(without(document, pointer), regex);
    return cases.every((one) => runCase(mutant, one).failures.length === 0);
  });
}

function reportOf(suite: Suite, mutate: boolean): SuiteReport {
  const cases = suite.cases.map((one) => runCase(suite.policy, one));
  const rules = rulePlaces(suite.policy.document);
  const fired = new Set(cases.flatMap(({ pointers }) => pointers.map((pointer) => placeOf(pointer, rules))));
  const report = { cases, rules, unfired: rules.filter((rule) => !fired.has(rule)) };
  return mutate ? { ...report, unnoticed: unnoticed(suite) } : report;
}

/**
 * Runs a policy test file.
 *
 * @param text The file, as JSON text.
 * @param mutate Also take out each rule in turn, and tell which no case misses.
 */
export async function testPolicy(text: string, readPolicy: ReadPolicy, mutate = false): Promise<TestReport> {
  const { value, faults } = readJson(text);
  if (faults.length > 0) return failed(faults.map(policyError));
  const parsed = PolicyTestFile.safeParse(value);
  if (!parsed.success) {
    return failed(parsed.error.issues.map(issueError));
  }
  const found = await suitesOf(parsed.data, readPolicy);
  return found.ok ? { ok: true, suites: found.suites.map((suite) => reportOf(suite, mutate)) } : found;
}
