import type { Catalogue, ServerEntry, ToolEntry } from '../catalogue/catalogue.ts';
import { routes } from '../routes.ts';
import { recommendationOf } from './policy-view.ts';

const toolJson = (entry: ToolEntry, site: string) => {
  const { tool, slug, server, category, level, assessment, review, hazards } = entry;
  const { confidence, signals } = assessment;
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
    rule: recommendationOf(entry).rule,
  };
};

/** The machine's twin of a server page: what the page says, as JSON. */
export function serverJson(
  { id, server, tools, original }: ServerEntry,
  { site, sources }: Catalogue,
): string {
  const { name, title, package: published, repository, topic, summary, toolsFrom } = server;
  const from = Object.fromEntries(
    server.sources.map((source) => [source, sources.sources[source] ?? null] as const),
  );
  return JSON.stringify({
    id,
    url: site.url + routes.server(id),
    name,
    title,
    package: published,
    repository,
    topic,
    summary,
    copyOf: original?.id,
    sources: from,
    toolsFrom,
    policy: site.url + routes.serverPolicy(id),
    tools: tools.map((entry) => toolJson(entry, site.url)),
  });
}
