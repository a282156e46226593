import { readTime } from '../clock.ts';
import { plural } from '../words.ts';
import { BOUNDS, type Entry, entryOf, GRANT, grantedAt, START } from '../workspace.ts';
import { failed, fewOf, type Offers, offers } from './offer.ts';
import { isObject, isTooDeep, own, ownOf, type Plain, readJsonText } from './plain-json.ts';

/** A call out of a line of a log: our own form, or a `tools/call` request of MCP. */
function callOf(line: Plain): Plain {
  const params = own(line, 'params');
  return own(line, 'method') === 'tools/call' && isObject(params) ? { ...line, ...params } : line;
}

/** A time in a log: text as ISO 8601, or a number of seconds or milliseconds since 1970. */
function timeIn(value: unknown): number | undefined {
  if (typeof value === 'string') return readTime(value);
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  return Math.round(Math.abs(value) < 1e11 ? value * 1000 : value);
}

/** What a person said, as `take/jsonl.ts` writes it. */
function approvalIn(call: Plain, at: number): Partial<Entry> {
  const approved = own(call, 'approved_at');
  if (approved !== undefined) return grantedAt(timeIn(approved) ?? at, at);
  return own(call, 'refused_at') === undefined ? {} : { approval: 'refused' };
}

function upstreamIn(call: Plain): Partial<Entry> {
  const upstream = own(call, 'upstream');
  return upstream === 'failed' || upstream === 'pending' ? { upstream } : {};
}

function entryIn(value: unknown, before: number): Entry | string {
  if (!isObject(value)) return 'not a JSON object';
  const call = callOf(value);
  const tool = ownOf(call, 'tool', 'name', 'tool_name');
  if (typeof tool !== 'string' || !tool || tool.length > BOUNDS.name) return 'no name of a tool in "tool"';
  const args = ownOf(call, 'args', 'arguments', 'tool_input', 'input') ?? {};
  if (!isObject(args)) return 'the arguments are no JSON object';
  if (isTooDeep(args)) return `the arguments nest deeper than ${BOUNDS.depth} levels`;
  const stated = ownOf(call, 'at', 'time', 'timestamp', 'ts');
  const at = stated === undefined ? before : timeIn(stated);
  if (at === undefined) return 'the time is not ISO 8601';
  const grant = ownOf(call, 'grant', 'caller');
  return entryOf(tool, args, at, {
    grant: typeof grant === 'string' && grant ? grant : GRANT,
    ...approvalIn(call, at),
    ...upstreamIn(call),
  });
}

/** Reads a log of calls: one JSON object a line. */
export function readLog(text: string): Offers {
  const entries: Entry[] = [];
  const faults: string[] = [];
  let before = START;
  for (const [index, line] of text.split('\n').entries()) {
    if (!line.trim()) continue;
    const entry = entryIn(readJsonText(line), before);
    if (typeof entry === 'string') faults.push(`Line ${index + 1}: ${entry}.`);
    else {
      entries.push(entry);
      before = entry.at;
    }
    if (entries.length > BOUNDS.entries) return failed(`A session holds at most ${BOUNDS.entries} lines.`);
  }
  if (!entries.length) return failed(...fewOf(faults));
  const about = `${plural(entries.length, 'call')} out of a log.`;
  const notes = faults.length ? [`${plural(faults.length, 'line')} left out.`, ...fewOf(faults)] : [];
  return offers([{ title: 'A log of calls', about, entries }], notes);
}
