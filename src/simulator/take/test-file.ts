import { isoText } from '../clock.ts';
import { type Run, verdictAt } from '../verdict.ts';
import { type Entry, timeOf, type Workspace } from '../workspace.ts';
import { personOf } from './jsonl.ts';

function callOf(entry: Entry, number: number, run: Run, call: number) {
  const { tool, args, grant, upstream } = entry;
  const { outcome, rule, person } = verdictAt(run, call);
  const time = timeOf(entry, number);
  return {
    tool,
    args,
    grant,
    at: isoText(time),
    ...(person === 'granted' && personOf(entry, time)),
    ...(upstream && { upstream }),
    expect: { outcome, rule },
  };
}

/**
 * The policy, the calls, and what was decided, as a policy test file that `npm run policy -- test` runs. Calls to
 * a server without a policy are left out: a test file has no word for them.
 */
export function testFileOf({ title, policy, entries }: Workspace, run: Run): string {
  const calls = entries.flatMap((entry, index) =>
    entry.unguarded
      ? []
      : Array.from({ length: entry.times }, (_, number) =>
          callOf(entry, number, run, (run.first[index] as number) + number),
        ),
  );
  const cases = [{ name: title || 'A session', calls }];
  return `${JSON.stringify({ description: 'Made in the simulator.', policy: JSON.parse(policy), cases }, null, 2)}\n`;
}
