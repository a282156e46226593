import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { halfOf } from '../src/catalogue/halves.ts';
import { validContent } from '../src/catalogue/load.ts';
import { InvalidInput } from '../src/model/problem.ts';
import type { Tool } from '../src/model/tool.ts';
import { evaluate, judge, type Labelled } from '../src/risk/evaluate.ts';
import { evaluationText } from '../src/risk/evaluation-text.ts';
import { classifyLine } from '../src/risk/lines.ts';

const HELP = `Usage: npm run -s classify < TOOLS.jsonl
       npm run -s classify -- --evaluate [options]

Reads one MCP tool object a line (name, title, description, inputSchema, annotations;
and, where known, server and summary) and writes one line for each:
{ name, category, level, confidence, signals }. Other keys are ignored.

  --evaluate         measure the classifier on the catalogue instead: against the
                     reviewed categories and against the authors' readOnlyHint, with
                     the annotations hidden from the classifier
  --content DIR      the catalogue to measure on (default: content)
  --evidence WHICH   what the classifier sees of each tool: all that there is (all),
                     our sentence and the schema (summary), the author's text and the
                     schema (description; needs a local catalogue, see npm run import),
                     or the name alone (name)  (default: all)
  --half WHICH       all servers (all), those that the words were chosen on (tuned),
                     or the others (held)  (default: all three, one after the other)
  --disagreements    list the worst disagreements with their evidence
  --limit N          how many of them (default: 50)
  --json             write one JSON document instead of text
  --help             show this text

Exit code: 0 done, 1 the catalogue is not valid, 2 wrong usage or a line that is no
tool (its number and why are told on stderr, and the other lines are answered).`;

const HALVES = ['all', 'tuned', 'held'];
const EVIDENCE = new Map<string | undefined, View>(
  Object.entries({
    all: (tool) => tool,
    summary: ({ description: _, ...tool }) => tool,
    description: ({ summary: _, ...tool }) => tool,
    name: ({ name, annotations }) => ({ name, ...(annotations && { annotations }) }),
  } satisfies Record<string, View>),
);

const OPTIONS = {
  evaluate: { type: 'boolean', default: false },
  content: { type: 'string', default: 'content' },
  evidence: { type: 'string', default: 'all' },
  half: { type: 'string' },
  disagreements: { type: 'boolean', default: false },
  limit: { type: 'string', default: '50' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** The options, or nothing where they are used wrongly, which is told. */
function optionsGiven() {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch (error) {
    console.error((error as Error).message);
    return undefined;
  }
}
type Options = NonNullable<ReturnType<typeof optionsGiven>>;
type View = (tool: Tool) => Partial<Tool>;

function labelledTools(content: string, view: View): Labelled[] {
  return [...validContent(content).servers].flatMap(([server, { tools }]) =>
    tools.map((tool) => ({
      server,
      tool: { name: tool.name, ...view(tool), server },
      reviewed: tool.reviewed,
    })),
  );
}

function measure(options: Options, halves: readonly string[], view: View): void {
  const { evidence, content } = options;
  const shown = options.disagreements ? Number(options.limit) : 0;
  const tools = labelledTools(content, view);
  const results = halves.map((half) => {
    const chosen = half === 'all' ? tools : tools.filter(({ server }) => halfOf(server) === half);
    const evaluation = evaluate(judge(chosen));
    return { half, evidence, ...evaluation, disagreements: evaluation.disagreements.slice(0, shown) };
  });
  if (options.json) console.log(JSON.stringify(results, null, 2));
  else
    for (const { half, ...evaluation } of results)
      console.log(evaluationText(`${half} servers, evidence: ${evidence}`, evaluation));
}

async function answer(): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === '') continue;
    const result = classifyLine(line);
    if ('assessment' in result) process.stdout.write(`${JSON.stringify(result.assessment)}\n`);
    else {
      console.error(`line ${number}: ${result.fault}`);
      process.exitCode = 2;
    }
  }
}

function run(options: Options, view: View, halves: readonly string[]): void | Promise<void> {
  if (!options.evaluate) return answer();
  try {
    measure(options, halves, view);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

const options = optionsGiven();
const view = EVIDENCE.get(options?.evidence);
const halves = options?.half === undefined ? HALVES : [options.half];
const usable = halves.every((half) => HALVES.includes(half)) && Number(options?.limit) >= 0;
if (options && view && usable && !options.help) await run(options, view, halves);
else {
  console.log(HELP);
  process.exitCode = options?.help ? 0 : 2;
}
