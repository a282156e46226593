import type { ProvedDatabase } from '../attacks/database.ts';
import type { Catalogue, ToolEntry } from '../catalogue/catalogue.ts';
import { categoryWords, levelWords } from '../catalogue/taxonomy.ts';
import type { CategoryWords, LevelWords } from '../model/taxonomy.ts';
import { routes } from '../routes.ts';
import { attacksOfTool, type LinkedAttacks } from './attack-of-tool.ts';
import { type EvidenceView, evidenceView } from './evidence-view.ts';
import { type Crumb, jsonLd } from './json-ld.ts';
import { type ParametersView, parametersView } from './parameters-view.ts';
import { type PolicyView, policyView } from './policy-view.ts';
import { type EditLinks, editLinks } from './provenance.ts';
import { roomFor, siblings } from './related.ts';
import { visible } from './text.ts';
import { type Question, toolFaq } from './tool-faq.ts';
import { type ToolLink, toolLink } from './tool-link.ts';
import { plural, sentence, theServer } from './words.ts';

/** All that a tool page says. */
export interface ToolPage {
  path: string;
  /** The page that stands for this one: that of the original, where the server is a copy. */
  canonical: string;
  title: string;
  /** For search engines and previews. */
  description: string;
  crumbs: Crumb[];
  name: string;
  displayTitle: string | undefined;
  summary: string | undefined;
  /** The author's own text, untrusted, where the build has it. */
  authorText: string | undefined;
  category: CategoryWords;
  level: LevelWords;
  levelHref: string;
  categoryHref: string;
  server: { text: string; href: string; tools: string; toolCount: number };
  compareHref: string;
  /** Where its record came from. */
  sourcesHref: string;
  edit: EditLinks | undefined;
  policy: PolicyView;
  evidence: EvidenceView;
  parameters: ParametersView;
  attacks: LinkedAttacks;
  related: ToolLink[];
  siblings: ToolLink[];
  faq: Question[];
  jsonLd: object;
}

const descriptionOf = ({ tool, category, level, server }: ToolEntry): string => {
  const summary = tool.summary ? `${sentence(tool.summary)} ` : '';
  const { label } = categoryWords(category);
  return `${summary}${label} tool of ${theServer(visible(server.server.title))}, ${levelWords(level).label.toLowerCase()}: evidence, parameters and a policy.json to copy.`;
};

const crumbsOf = ({ tool, server, slug }: ToolEntry): Crumb[] => [
  { text: 'Home', href: routes.home },
  { text: 'Servers', href: routes.servers(1) },
  { text: visible(server.server.title), href: routes.server(server.id) },
  { text: visible(tool.name), href: routes.tool(server.id, slug), name: true },
];

function canonicalOf({ server, tool, slug }: ToolEntry): string {
  const original = server.original?.tools.find((each) => each.tool.name === tool.name);
  return original ? routes.tool(original.server.id, original.slug) : routes.tool(server.id, slug);
}

const policyLength = ({ recommended, optIn }: PolicyView): number =>
  recommended.json.length + (optIn?.json.length ?? 0);

/** Builds the page of one tool. `attacks` is the proved database, `related` the look-up of `relatedTools`. */
export function toolPage(
  entry: ToolEntry,
  catalogue: Catalogue,
  attacks: ProvedDatabase,
  related: (entry: ToolEntry) => ToolEntry[],
): ToolPage {
  const { tool, server, slug, category, level } = entry;
  const policy = policyView(entry);
  const faq = toolFaq(entry, policy);
  const evidence = evidenceView(entry);
  const parameters = parametersView(entry);
  const room = roomFor(evidence.rows.length + parameters.rows.length, policyLength(policy));
  const crumbs = crumbsOf(entry);
  return {
    path: routes.tool(server.id, slug),
    canonical: canonicalOf(entry),
    title: `${visible(tool.name)} (${server.id}): ${levelWords(level).label.toLowerCase()}, policy.json`,
    description: descriptionOf(entry),
    crumbs,
    name: tool.name,
    displayTitle: tool.title,
    summary: tool.summary && sentence(tool.summary),
    authorText: tool.description,
    category: categoryWords(category),
    level: levelWords(level),
    levelHref: routes.level(level)(1),
    categoryHref: routes.category(category)(1),
    server: {
      text: theServer(server.server.title),
      href: routes.server(server.id),
      tools: plural(server.tools.length, 'tool'),
      toolCount: server.tools.length,
    },
    compareHref: routes.compareTool(server.id, slug),
    sourcesHref: `${routes.server(server.id)}#provenance`,
    edit: editLinks(catalogue.site, server.id),
    policy,
    evidence,
    parameters,
    attacks: attacksOfTool(entry, attacks),
    related: related(entry).slice(0, room).map(toolLink),
    siblings: siblings(entry).slice(0, room).map(toolLink),
    faq,
    jsonLd: jsonLd(catalogue.site.url, crumbs, faq),
  };
}
