import type { Catalogue, ServerEntry, ToolEntry } from '../catalogue/catalogue.ts';
import { categoryWords, topicLabel } from '../catalogue/taxonomy.ts';
import type { PolicyDocument } from '../policy/document.ts';
import { recommendedClaims } from '../recommend/claims.ts';
import { prove } from '../recommend/prove.ts';
import { documentOf } from '../recommend/recommend.ts';
import { routes } from '../routes.ts';
import { type BadgeView, badgeView } from './badge.ts';
import { type CombinationView, combinationsView } from './combinations-view.ts';
import { type Crumb, jsonLd } from './json-ld.ts';
import { jsonText } from './json-text.ts';
import { lintServer, recommendationOf, stanceWords } from './policy-view.ts';
import { type Provenance, provenanceOf } from './provenance.ts';
import { type Share, splitOf } from './split.ts';
import { code, type Text, t, visible } from './text.ts';
import { type TokenEstimate, tokenEstimate } from './token-estimate.ts';
import { type ToolLink, toolLink } from './tool-link.ts';
import { list, plural, sentence, serverNoun, theServer } from './words.ts';

export interface ServerTool extends ToolLink {
  category: string;
  /** What the document does to it: `30 calls a minute`, `denied`. */
  stance: string;
}

/** All that a server page says. */
export interface ServerPage {
  path: string;
  title: string;
  description: string;
  crumbs: Crumb[];
  heading: string;
  summary: string | undefined;
  authorText: string | undefined;
  facts: { term: string; text: string; href?: string; code?: boolean }[];
  split: Share[];
  tools: ServerTool[];
  policy: {
    document: PolicyDocument;
    json: string;
    says: Text;
    proof: string;
    href: string;
    simulate: string;
  };
  original: { text: string; href: string } | undefined;
  copies: { text: string; href: string; id: string }[];
  combinations: CombinationView[];
  tokens: TokenEstimate;
  badge: BadgeView;
  provenance: Provenance;
  jsonHref: string;
  markdownHref: string;
  compareHref: string;
  jsonLd: object;
}

/** The page that gives the package a home in its registry, where the registry has such pages. */
const PACKAGE_PAGES: Record<string, string | undefined> = {
  npm: 'https://www.npmjs.com/package/',
  pypi: 'https://pypi.org/project/',
};

function factsOf({ server }: ServerEntry): ServerPage['facts'] {
  const { registry, name } = server.package;
  const home = PACKAGE_PAGES[registry];
  const packageHref = home && /^[@\w./-]+$/.test(name) ? { href: home + name } : {};
  return [
    {
      term: 'Package',
      text: registry === 'unknown' ? name : `${name} (${registry})`,
      code: true,
      ...packageHref,
    },
    ...(server.repository ? [{ term: 'Repository', text: server.repository, href: server.repository }] : []),
    ...(server.topic
      ? [{ term: 'Topic', text: topicLabel(server.topic), href: routes.topic(server.topic)(1) }]
      : []),
    { term: 'Tools', text: plural(server.tools.length, 'tool') },
  ];
}

const denied = (tools: readonly ToolEntry[]) =>
  tools.filter((entry) => recommendationOf(entry).stance === 'denied').length;

function policySays(tools: readonly ToolEntry[]): Text {
  const refused = denied(tools);
  const allowed = tools.length - refused;
  const parts = [
    ...(allowed ? [`allows ${plural(allowed, 'tool')} under a limit`] : []),
    ...(refused ? [`denies ${plural(refused, 'tool')} until you decide otherwise`] : []),
  ];
  return t`This document ${list(parts)}, and denies any tool it does not list: ${code('default')} is ${code('deny')}.`;
}

/** One document for all tools of a server, composed of the rules that their pages show. */
export const serverDocument = ({ tools }: ServerEntry): PolicyDocument =>
  documentOf(tools.map((entry) => [entry.tool.name, recommendationOf(entry).rule] as const));

/** The page of a server and its Markdown twin tell of the same run, which takes most of their time. */
const proofs = new WeakMap<ServerEntry, string>();

/** Runs the whole document through the engine against what each tool's page claims; says how much was decided. */
function runOf({ id, tools }: ServerEntry, document: PolicyDocument): string {
  const claims = tools.flatMap((entry) => recommendedClaims(entry.tool.name, recommendationOf(entry)));
  const run = prove(id, document, claims, lintServer(tools));
  const decisions = run.reduce((sum, { times }) => sum + times, 0);
  return `When this page was built, the engine decided ${plural(decisions, 'call')} under this document, each as the pages of the tools say.`;
}

function proofOf(entry: ServerEntry, document: PolicyDocument): string {
  const known = proofs.get(entry) ?? runOf(entry, document);
  proofs.set(entry, known);
  return known;
}

const serverLink = ({ id, server }: ServerEntry) => ({ id, text: server.title, href: routes.server(id) });

const verdictOf = ({ tools }: ServerEntry): string => {
  const parts = splitOf(tools).map(({ count, label }) => `${count} ${label}`);
  return `${plural(tools.length, 'tool')}: ${list(parts)}`;
};

/** Builds the page of one server. */
export function serverPage(entry: ServerEntry, catalogue: Catalogue): ServerPage {
  const { id, server } = entry;
  const document = serverDocument(entry);
  const title = visible(server.title);
  const crumbs: Crumb[] = [
    { text: 'Home', href: routes.home },
    { text: 'Servers', href: routes.servers(1) },
    { text: title, href: routes.server(id) },
  ];
  return {
    path: routes.server(id),
    title: `${serverNoun(title)} (${id}): ${plural(server.tools.length, 'tool')}, risk and policy`,
    description: `${server.summary ? `${sentence(server.summary)} ` : ''}${verdictOf(entry)}. One policy.json for all of ${theServer(title)}.`,
    crumbs,
    heading: serverNoun(server.title),
    summary: server.summary && sentence(server.summary),
    authorText: server.description,
    facts: factsOf(entry),
    split: splitOf(entry.tools),
    tools: entry.tools.map((tool) => ({
      ...toolLink(tool),
      category: categoryWords(tool.category).label,
      stance: stanceWords(recommendationOf(tool)),
    })),
    policy: {
      document,
      json: jsonText(document),
      says: policySays(entry.tools),
      proof: proofOf(entry, document),
      href: routes.serverPolicy(id),
      simulate: routes.simulate('server', id),
    },
    original: entry.original && serverLink(entry.original),
    copies: entry.copies.map(serverLink),
    combinations: combinationsView(entry),
    tokens: tokenEstimate(entry),
    badge: badgeView(entry, catalogue.site.url),
    provenance: provenanceOf(entry, catalogue),
    jsonHref: routes.serverJson(id),
    markdownHref: routes.serverMarkdown(id),
    compareHref: routes.compareServer(id),
    jsonLd: jsonLd(catalogue.site.url, crumbs),
  };
}
