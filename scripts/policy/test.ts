import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type CaseResult, type Failure, type SuiteReport, testPolicy } from '../../src/policy/index.ts';

export const HELP = `Usage: npm run -s policy -- test [--mutate] FILE…

Runs policy test files: a policy (or a path to it), and named cases, each a sequence of calls with the outcome
and the rule to expect. Their schema is public/schemas/policy-test.schema.json.

  --mutate   also take out each rule in turn, and tell which could go without a case noticing
  --help     show this text

Prints what failed with its trace, which rules no case fired, and last "N passed, N failed".
Exit code 1 if a case failed, 2 if a file cannot be read or is not a policy test file, else 0.`;

const differs = ({ call, differences, explanation }: Failure): string[] => [
  ...differences.map(
    ({ actual, expected, field }) =>
      `    call ${call + 1}: ${field} is ${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`,
  ),
  ...(explanation.message === '' ? [] : [`      ${explanation.message}`]),
  ...explanation.trace.map((step) => `      ${JSON.stringify(step)}`),
];

const failed = ({ failures, name }: CaseResult): string[] =>
  failures.length === 0 ? [] : [`  failed: ${name}`, ...failures.flatMap(differs)];

/** What is told of the suites of a file: of each policy, what it has that its cases do not see. */
function told(suites: readonly SuiteReport[]): string[] {
  const rules = suites.reduce((sum, suite) => sum + suite.rules.length, 0);
  const unfired = suites.reduce((sum, suite) => sum + suite.unfired.length, 0);
  return [
    ...suites.flatMap(({ cases }) => cases.flatMap(failed)),
    `  ${rules - unfired} of ${rules} rules fired`,
    ...suites.flatMap((suite) =>
      suite.unfired.map((pointer) => `  no case fires ${pointer}${of(suite, suites)}`),
    ),
    ...suites.flatMap((suite) =>
      (suite.unnoticed ?? []).map((pointer) => `  no case would miss ${pointer}${of(suite, suites)}`),
    ),
  ];
}

/** Which policy of the file is meant, where it has several: that of its first case. */
const of = ({ cases: [first] }: SuiteReport, { length }: readonly SuiteReport[]): string =>
  length === 1 || first === undefined ? '' : ` in the policy of "${first.name}"`;

/** Runs the command. */
export async function run(args: string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { mutate: { type: 'boolean', default: false } },
  });
  if (positionals.length === 0) throw new Error('Name at least one policy test file. See --help.');
  const cases: CaseResult[] = [];
  for (const file of positionals) {
    const readPolicy = (path: string): Promise<string> => readFile(resolve(dirname(file), path), 'utf8');
    const report = await testPolicy(await readFile(file, 'utf8'), readPolicy, values.mutate);
    if (!report.ok) {
      for (const { message, pointer } of report.errors)
        console.error(JSON.stringify({ file, pointer, message }));
      return 2;
    }
    console.log([file, ...told(report.suites)].join('\n'));
    cases.push(...report.suites.flatMap((suite) => suite.cases));
  }
  const wrong = cases.filter(({ failures }) => failures.length > 0).length;
  console.log(`${cases.length - wrong} passed, ${wrong} failed`);
  return wrong === 0 ? 0 : 1;
}
