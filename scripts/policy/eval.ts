import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { EvalSession, type Reply } from './eval-session.ts';
import { linesOf } from './lines.ts';

export const HELP = `Usage: npm run -s policy -- eval [--policy FILE] [--trace]

Reads JSON Lines from standard input and answers each call with one line.

  {"policy": {...}}     sets the document and empties all counters; answers nothing
  {"tool": "pay", "args": {...}, "at": "2026-01-01T10:31:00Z", "grant": "alice"}
                        a call; args is {} if absent, at is now, grant is "default".
                        Answer: {"outcome", "rule", "pointer", "message", "retry_after_ms"?}

                        "approved_at" and "refused_at" are when a person approves or refuses exactly this
                        call where it is held; "upstream" is what becomes of it where it is allowed:
                        "done" (counted, if absent), "failed" (taken back) or "pending" (reserved).

An allowed call counts and is kept. Without a document every call is denied.

  --policy FILE   start with the document in FILE
  --trace         add to each answer every step taken and the nearest change that would flip it
  --help          show this text

A document that is refused ends the run: each of its errors is a line {"pointer", "message"} on standard
error. A line that is neither a document nor a call ends it too: {"line", "message"}. Exit code 2 for both, else 0.`;

/** Runs the command on standard input. */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { policy: { type: 'string' }, trace: { type: 'boolean', default: false } },
  });
  const session = new EvalSession(values.trace);
  if (values.policy !== undefined) {
    const refused = await session.setPolicy(await readFile(values.policy, 'utf8'));
    if (refused !== undefined) return print([refused]);
  }
  for await (const lines of linesOf(process.stdin)) {
    const replies: Reply[] = [];
    for (const line of lines) {
      const reply = await session.answer(line);
      if (reply !== undefined) replies.push(reply);
      if (reply?.errors !== undefined) break;
    }
    const code = print(replies);
    if (code !== 0) return code;
  }
  return 0;
}

/** Prints answers and errors. Gives the exit code: 2 where there are errors. */
function print(replies: readonly Reply[]): number {
  const answers = replies.flatMap(({ answer }) =>
    answer === undefined ? [] : [`${JSON.stringify(answer)}\n`],
  );
  const errors = replies.flatMap((reply) => reply.errors ?? []).map((error) => `${JSON.stringify(error)}\n`);
  if (answers.length > 0) process.stdout.write(answers.join(''));
  if (errors.length > 0) process.stderr.write(errors.join(''));
  return errors.length === 0 ? 0 : 2;
}
