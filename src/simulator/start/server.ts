import type { ToolRule } from '../../policy/document.ts';
import { sampleArgs } from '../fields.ts';
import { type Entry, entryOf, type KnownTool, START } from '../workspace.ts';
import { failed, type Offers, offers, policyText } from './offer.ts';
import { isObject, own } from './plain-json.ts';

interface ServerTool extends KnownTool {
  rule: ToolRule;
}

const MINUTE = 60_000;

/** What shows the rule of a tool: as many calls in a minute as its limit allows and one more, or one call. */
function startOf({ name, inputSchema, rule }: ServerTool): Entry {
  const [limit] = rule.limits ?? [];
  const most = limit && limit.max < 1000 && !limit.increment_from ? limit.max + 1 : 1;
  const over = most > 1 ? { times: most, over: MINUTE } : {};
  return entryOf(name, sampleArgs(inputSchema), START, over);
}

/** How many tools of a server are called at the start. */
const CALLED = 4;

/** Tools with one kind of rule behave alike; the number of a limit counts as a kind. */
const kindOf = ({ rule }: ServerTool) => `${Object.keys(rule).sort()} ${rule.limits?.[0]?.max}`;

/** The first tool of each kind of rule: a server's first tools are its riskiest, and would all be denied. */
const oneOfEachKind = (tools: readonly ServerTool[]): ServerTool[] =>
  [...Map.groupBy(tools, kindOf).values()].flatMap((alike) => alike.slice(0, 1)).slice(0, CALLED);

function toolsOf(value: unknown): ServerTool[] {
  const tools = own(value, 'tools');
  return Array.isArray(tools)
    ? tools.filter((tool) => typeof own(tool, 'name') === 'string' && isObject(own(tool, 'rule')))
    : [];
}

const documentOf = (tools: readonly ServerTool[]) => ({
  version: '1',
  default: 'deny',
  tools: Object.fromEntries(tools.map(({ name, rule }) => [name, rule])),
});

/** Reads the data of a server of this site, as `/servers/<id>.json` gives it; with a name, one tool of it. */
export function readServer(value: unknown, tool?: string): Offers {
  const all = toolsOf(value);
  const listed = tool === undefined ? all : all.filter(({ name }) => name === tool);
  if (!listed.length) return failed('There is no such tool.');
  const title = String(own(value, 'title') ?? own(value, 'id') ?? '');
  const tools = all.map(({ name, inputSchema, level }) => ({
    name,
    inputSchema,
    ...(level !== undefined && { level }),
  }));
  const about =
    tool === undefined
      ? `The policy for all tools of this server: ${listed.length}.`
      : 'The policy of one tool, and calls that show it.';
  const entries = oneOfEachKind(listed).map(startOf);
  const name = tool === undefined ? title : `${tool} of ${title}`;
  return offers([{ title: name, about, policy: policyText(documentOf(listed)), tools, entries }]);
}
