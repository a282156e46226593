import type { Assessment } from '../model/assessment.ts';
import type { CategoryId, LevelId } from '../model/category.ts';
import type { Correction } from '../model/correction.ts';
import type { Server, ServerFacts } from '../model/server.ts';
import type { Site } from '../model/site.ts';
import { slugsOf } from '../model/slug.ts';
import type { Sources } from '../model/sources.ts';
import type { Tool } from '../model/tool.ts';
import { type CapabilitySignal, capabilitiesOf } from '../risk/capabilities.ts';
import { classify } from '../risk/classify.ts';
import { type Hazard, hazardsOfTool } from '../risk/hazards.ts';
import { canonicalIds } from './copies.ts';
import { worstFirst } from './order.ts';
import type { Content } from './read.ts';
import { levelOf } from './taxonomy.ts';

/** Why a tool's category is not the classifier's word alone. */
export interface Review {
  category: CategoryId;
  reason: string;
}

/** A tool with all that is computed of it once and shown everywhere. */
export interface ToolEntry {
  server: ServerEntry;
  tool: Tool;
  /** Its place in the URL, unique within the server. */
  slug: string;
  /** What the classifier says, with its evidence. */
  assessment: Assessment;
  /** A person's reading, which decides where there is one. */
  review: Review | undefined;
  category: CategoryId;
  level: LevelId;
  /** The parameters that carry something that can be abused. */
  hazards: Hazard[];
  /** What the tool can do that attacks make use of, with where it shows. */
  capabilities: readonly CapabilitySignal[];
}

/** A server with its tools, riskiest first. */
export interface ServerEntry {
  id: string;
  server: Server;
  tools: ToolEntry[];
  /** The server that stands for this copy, if it is one. */
  original: ServerEntry | undefined;
  copies: ServerEntry[];
}

/** The whole catalogue, loaded once; nothing in it changes afterwards. */
export interface Catalogue {
  /** By id, in the order of the ids. */
  servers: Map<string, ServerEntry>;
  /** Every tool, in the order of the servers and, within one, riskiest first. */
  tools: ToolEntry[];
  unscanned: Map<string, ServerFacts>;
  sources: Sources;
  site: Site;
}

const REVIEWED = 'A reviewer read what a normal call of this tool does.';

function reviewOf(tool: Tool, correction: Correction | undefined): Review | undefined {
  if (correction) return { category: correction.category, reason: correction.reason };
  // A reviewer who could not tell has said nothing that could stand against evidence.
  if (tool.reviewed && tool.reviewed !== 'unclassified') return { category: tool.reviewed, reason: REVIEWED };
  return undefined;
}

function toolEntry(
  tool: Tool,
  slug: string,
  server: ServerEntry,
  correction: Correction | undefined,
): ToolEntry {
  const known = { ...tool, server: server.id };
  const assessment = classify(known);
  const review = reviewOf(tool, correction);
  const category = review?.category ?? assessment.category;
  return {
    server,
    tool,
    slug,
    assessment,
    review,
    category,
    level: levelOf(category),
    hazards: hazardsOfTool(known),
    capabilities: capabilitiesOf(known, category),
  };
}

function serverEntry(id: string, server: Server, corrections: ReadonlyMap<string, Correction>): ServerEntry {
  const entry: ServerEntry = { id, server, tools: [], original: undefined, copies: [] };
  const slugs = slugsOf(server.tools.map(({ name }) => name));
  entry.tools = server.tools
    .map((tool, index) =>
      toolEntry(tool, slugs[index] as string, entry, corrections.get(`${id}\n${tool.name}`)),
    )
    .sort(worstFirst);
  return entry;
}

/** Computes the catalogue from valid content. Takes a few seconds for 30,000 tools; call it once. */
export function catalogueOf(content: Content): Catalogue {
  const corrections = new Map(content.corrections.map((line) => [`${line.server}\n${line.tool}`, line]));
  const servers = new Map(
    [...content.servers].map(([id, server]) => [id, serverEntry(id, server, corrections)]),
  );
  for (const [copy, original] of canonicalIds(content.servers)) {
    const entry = servers.get(copy) as ServerEntry;
    entry.original = servers.get(original) as ServerEntry;
    entry.original.copies.push(entry);
  }
  return {
    servers,
    tools: [...servers.values()].flatMap(({ tools }) => tools),
    unscanned: new Map(Object.entries(content.unscanned).sort(([a], [b]) => (a < b ? -1 : 1))),
    sources: content.sources,
    site: content.site,
  };
}
