import type { Catalogue, ServerEntry, ToolEntry } from '../catalogue/catalogue.ts';
import { topicLabel } from '../catalogue/taxonomy.ts';
import { combinationsOf, type FoundCombination } from '../risk/combinations.ts';
import { routes } from '../routes.ts';
import { recommendationOf, stanceWords } from './policy-view.ts';
import { tokenEstimate } from './token-estimate.ts';

const toolJson = (entry: ToolEntry, site: string) => {
  const { tool, slug, server, category, level, assessment, review, hazards } = entry;
  const { confidence, signals } = assessment;
  const recommendation = recommendationOf(entry);
  return {
    name: tool.name,
    url: site + routes.tool(server.id, slug),
    title: tool.title,
    summary: tool.summary,
    category,
    level,
    review,
    classifier: { category: assessment.category, confidence, signals },
    annotations: tool.annotations,
    inputSchema: tool.inputSchema,
    hazards: hazards.map(({ path, hazard, required }) => ({ path, hazard, required })),
    stance: stanceWords(recommendation),
    rule: recommendation.rule,
  };
};

const combinationJson = ({ combination, roles }: FoundCombination<ToolEntry>) => ({
  id: combination.id,
  label: combination.label,
  possible: combination.possible,
  contains: combination.contains,
  roles: roles.map(({ does, tools }) => ({ does, tools: tools.map(({ tool }) => tool.name) })),
});

/** What the page of a server says, as data. */
function serverData(entry: ServerEntry, { site, sources }: Catalogue) {
  const { id, server, tools, original } = entry;
  const { name, title, package: published, repository, topic, summary, toolsFrom } = server;
  const from = Object.fromEntries(
    server.sources.map((source) => [source, sources.sources[source] ?? null] as const),
  );
  return {
    id,
    url: site.url + routes.server(id),
    name,
    title,
    package: published,
    repository,
    topic,
    topicLabel: topic && topicLabel(topic),
    summary,
    copyOf: original?.id,
    sources: from,
    toolsFrom,
    policy: site.url + routes.serverPolicy(id),
    combinations: combinationsOf(tools).map(combinationJson),
    /** Estimated, of the tool list; the page says how. */
    tokens: tokenEstimate(entry).tokens,
    tools: tools.map((each) => toolJson(each, site.url)),
  };
}

/** The document that `serverJson` writes, and one of its tools. */
export type ServerData = ReturnType<typeof serverData>;
export type ToolData = ServerData['tools'][number];

/** The machine's twin of a server page. */
export const serverJson = (entry: ServerEntry, catalogue: Catalogue): string =>
  JSON.stringify(serverData(entry, catalogue));
