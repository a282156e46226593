import type { TestCall, TestCase } from '../../policy/test-file.ts';

/** One or more equal calls of a case, one after the other, with what the engine decides. */
export interface CallRow {
  call: string;
  /** How often in a row. */
  times: number;
  /** When, by whom and with which approval, where the case says so. */
  remark: string;
  outcome: TestCall['expect']['outcome'];
  rule: string;
}

/** What a case shows, and its calls. */
export interface CaseRows {
  name: string;
  rows: CallRow[];
}

/** The day on which the cases of the recipes start. */
const FIRST_DAY = '2026-01-01';

function clock(time: string): string {
  const [day, hour = ''] = time.split('T');
  const at = `${hour.slice(0, 5)} UTC`;
  return day === FIRST_DAY ? at : `${at} on the next day`;
}

function remarkOf({ approved_at, at, grant }: TestCall): string {
  const approval = at && at !== approved_at ? `approved at ${clock(approved_at ?? '')}` : 'approved';
  return [
    ...(at ? [`at ${clock(at)}`] : []),
    ...(grant ? [`by ${grant}`] : []),
    ...(approved_at ? [approval] : []),
  ].join(', ');
}

/** `git_push(branch: "main", force: true)`. */
const callText = ({ tool, args = {} }: TestCall): string =>
  `${tool}(${Object.entries(args)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
    .join(', ')})`;

const rowOf = (call: TestCall): CallRow => ({
  call: callText(call),
  times: 1,
  remark: remarkOf(call),
  outcome: call.expect.outcome,
  rule: call.expect.rule ?? '',
});

const sameRow = (a: CallRow, b: CallRow): boolean =>
  a.call === b.call && a.remark === b.remark && a.outcome === b.outcome && a.rule === b.rule;

/** The calls of a case as a page shows them: equal calls in a row are one line. */
export function caseRows({ calls, name }: TestCase): CaseRows {
  const rows: CallRow[] = [];
  for (const row of calls.map(rowOf)) {
    const last = rows.at(-1);
    if (last && sameRow(last, row)) last.times += 1;
    else rows.push(row);
  }
  return { name, rows };
}
