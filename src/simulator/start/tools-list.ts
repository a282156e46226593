import categories from '../../../content/taxonomy/categories.json' with { type: 'json' };
import type { CategoryWords } from '../../model/taxonomy.ts';
import { documentOf, recommend } from '../../recommend/recommend.ts';
import { classify } from '../../risk/classify.ts';
import { hazardsOfTool } from '../../risk/hazards.ts';
import type { ClassifiableTool } from '../../risk/tool.ts';
import { plural } from '../words.ts';
import { BOUNDS } from '../workspace.ts';
import { type ConfiguredServer, configuredServers } from './known-servers.ts';
import { failed, type Offer, type Offers, offers, policyText } from './offer.ts';
import { isTooDeep, own, type Plain } from './plain-json.ts';

const words = new Map((categories.categories as CategoryWords[]).map((each) => [each.id, each]));

/** Deeper than any schema seen; a form and a classifier need far less. */
const SCHEMA_DEPTH = 100;

const text = (tool: Plain, key: string) => {
  const value = own(tool, key);
  return typeof value === 'string' ? { [key]: value } : {};
};

const toolOf = (tool: Plain): ClassifiableTool => ({
  name: own(tool, 'name') as string,
  ...text(tool, 'title'),
  ...text(tool, 'description'),
  inputSchema: own(tool, 'inputSchema') ?? own(tool, 'input_schema') ?? own(tool, 'parameters'),
  annotations: own(tool, 'annotations'),
});

const isTool = (value: unknown): value is Plain => {
  const name = own(value, 'name');
  return (
    typeof name === 'string' && name !== '' && name.length <= BOUNDS.name && !isTooDeep(value, SCHEMA_DEPTH)
  );
};

/** The tools of a `tools/list` result, of the whole answer, or of a bare list; `undefined` where a value is none. */
export function listedTools(value: unknown): unknown[] | undefined {
  const tools = Array.isArray(value) ? value : (own(own(value, 'result'), 'tools') ?? own(value, 'tools'));
  return Array.isArray(tools) ? tools : undefined;
}

/** Classifies tools and recommends a policy for them, as the pages of this site do. */
function offerOf(title: string, about: string, tools: readonly ClassifiableTool[]): Offer {
  const judged = tools.map((tool) => {
    const { category, level } = classify(tool);
    const hazards = hazardsOfTool(tool);
    const { rule } = recommend(
      { ...tool, inputSchema: tool.inputSchema, category, hazards },
      words.get(category) as CategoryWords,
    );
    return { tool, level, rule };
  });
  const count = (level: string) => judged.filter((one) => one.level === level).length;
  const split = ['critical', 'high', 'medium', 'low', 'unrated']
    .filter(count)
    .map((level) => `${count(level)} ${level}`)
    .join(', ');
  return {
    title,
    about: `${about} By the classifier: ${split}.`,
    policy: policyText(documentOf(judged.map(({ tool, rule }) => [tool.name, rule] as const))),
    tools: judged.map(({ tool, level }) => ({ name: tool.name, inputSchema: tool.inputSchema, level })),
    entries: [],
  };
}

/** Reads a `tools/list` result: its tools are classified, and a policy is recommended. */
export function readToolsList(value: unknown): Offers {
  const listed = listedTools(value) ?? [];
  const found = listed.filter(isTool);
  if (!found.length) return failed('There is no tool with a name in this list.');
  if (found.length > BOUNDS.tools) return failed(`At most ${BOUNDS.tools} tools can be read.`);
  const tools = [...new Map(found.map((tool) => [own(tool, 'name'), toolOf(tool)])).values()];
  const left = listed.length - tools.length;
  return offers(
    [
      offerOf(
        'Your tools',
        `A policy for ${plural(tools.length, 'tool')}, recommended as on the pages of this site.`,
        tools,
      ),
    ],
    left ? [`${left} of the list were left out: no name, a name that stands twice, or nested too deep.`] : [],
  );
}

const SILENT =
  'A configuration starts a server without saying what tools it has. Look for it on this site, or paste its tools/list';

/** What to look for on this site: the package, without its scope, else the name of the server. */
const lookupOf = ({ name, source }: ConfiguredServer): string =>
  source && !/^https?:/.test(source) ? source.replace(/^@[^/]+\//, '') : name;

const named = (tools: readonly string[]): ClassifiableTool[] =>
  [...new Set(tools)].filter((tool) => tool && tool.length <= BOUNDS.name).map((name) => ({ name }));

const byName = (title: string, tools: readonly string[]): Offer =>
  offerOf(
    title,
    `${plural(tools.length, 'tool')} that the configuration names, judged by name alone.`,
    named(tools),
  );

/** Reads a client's configuration: what its tools are called, as far as it says. */
export function readClientConfig(value: unknown): Offers {
  const servers = configuredServers(value) ?? [];
  if (!servers.length) return failed('There is no server in this configuration.');
  const told = servers.filter(({ tools }) => tools.length);
  const silent = servers.filter(({ tools }) => !tools.length);
  const lookups = silent.map(lookupOf);
  const notes = silent.length ? [`${SILENT}: ${silent.map(({ name }) => name).join(', ')}.`] : [];
  if (!told.length) return { ok: false, faults: notes, lookups };
  const all = told.map(({ name, tools }) => byName(name, tools));
  const together = told.flatMap(({ tools }) => tools);
  const whole = all.length > 1 ? [byName('All servers of the configuration', together)] : [];
  return offers([...whole, ...all], notes, lookups);
}
