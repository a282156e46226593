import { z } from 'zod';
import type { CategoryId } from '../model/category.ts';
import { factsOfSchema } from '../model/input-schema.ts';
import { type Problem, shown, validated } from '../model/problem.ts';
import { Package, Server, type ServerFacts, ServerId } from '../model/server.ts';
import { Annotations, InputSchema, type Tool } from '../model/tool.ts';

/** One line of a catalogue to import: a server, with its tools where they are known. */
const ImportRecord = z.strictObject({
  id: ServerId,
  name: z.string(),
  title: z.string(),
  description: z.string(),
  package: Package,
  repository: z.string(),
  category: z.string(),
  source: z.array(z.string()),
  toolsFrom: z.string().nullable(),
  tools: z.array(
    z.strictObject({
      name: z.string(),
      title: z.string().optional(),
      description: z.string().optional(),
      inputSchema: InputSchema.nullish(),
      annotations: z.record(z.string(), z.json()).nullish(),
    }),
  ),
});
type ImportRecord = z.output<typeof ImportRecord>;
type ImportTool = ImportRecord['tools'][number];

/** Our own words about the servers and tools of an import, by server id, or by server id and tool name. */
export interface OurWords {
  server(id: string): { topic: string; summary: string } | undefined;
  tool(id: string, name: string): { reviewed?: CategoryId; summary?: string } | undefined;
}

export interface Imported {
  /** Servers with tools, facts and our sentences only. */
  servers: Map<string, Server>;
  /** The same servers with the authors' texts and whole schemas, for a catalogue outside version control. */
  withText: Map<string, Server>;
  /** Servers whose tools are not known. */
  unscanned: Map<string, ServerFacts>;
  /** The records that did not arrive: the faults of each. */
  skipped: Problem[][];
  /** Annotation keys that are no hints of MCP and were left out, with how often each was seen. */
  ignoredAnnotations: Map<string, number>;
}

const HINTS = Object.keys(Annotations.shape);
/** The word with which a source says that it has no category. */
const NO_CATEGORY = 'uncategorized';
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Longer titles, and titles that end like a sentence, are texts of the author and no facts. */
const TITLE_MAX = 80;
const isTitle = (text: unknown): text is string =>
  typeof text === 'string' && text.length <= TITLE_MAX && !text.trimEnd().endsWith('.');

/** The first of the texts that is not blank. */
const firstText = (...texts: string[]) => texts.map(oneLine).find(Boolean);

const present = <T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;

function factsOf(record: ImportRecord): unknown {
  return present({
    name: record.name,
    title: firstText(record.title, record.name),
    package: record.package,
    repository: record.repository || undefined,
    category: record.category && record.category !== NO_CATEGORY ? record.category : undefined,
    sources: record.source,
  });
}

function hintsOf(tool: ImportTool): Annotations | undefined {
  const hints = Object.entries(tool.annotations ?? {}).filter(
    ([key, value]) => HINTS.includes(key) && typeof value === 'boolean',
  );
  return hints.length ? Object.fromEntries(hints) : undefined;
}

function toolOf(tool: ImportTool, id: string, words: OurWords, text: boolean): unknown {
  const ours = words.tool(id, tool.name);
  return present({
    name: tool.name,
    title: firstText(...[tool.title, tool.annotations?.title].filter(isTitle)),
    summary: ours?.summary,
    description: text ? tool.description || undefined : undefined,
    inputSchema: tool.inputSchema ? (text ? tool.inputSchema : factsOfSchema(tool.inputSchema)) : undefined,
    annotations: hintsOf(tool),
    reviewed: ours?.reviewed,
  });
}

function serverOf(record: ImportRecord, words: OurWords, text: boolean): unknown {
  const ours = words.server(record.id);
  return {
    ...(factsOf(record) as object),
    ...present({
      topic: ours?.topic,
      summary: ours?.summary,
      description: text ? record.description || undefined : undefined,
      toolsFrom: record.toolsFrom ?? undefined,
    }),
    tools: record.tools.map((tool) => toolOf(tool, record.id, words, text)),
  };
}

function parseLine(file: string, line: string, place: string): ImportRecord | Problem[] {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return [
      {
        file,
        pointer: place,
        found: shown(line),
        expected: 'one JSON object',
        remedy: (error as Error).message,
      },
    ];
  }
  const result = validated(ImportRecord, value, file, place);
  return 'data' in result ? result.data : result.problems;
}

const duplicate = (file: string, place: string, what: string, name: string, remedy: string): Problem => ({
  file,
  pointer: place,
  found: `the ${what} ${shown(name)} again`,
  expected: `each ${what} once`,
  remedy,
});

function duplicateTools(file: string, place: string, tools: readonly Pick<Tool, 'name'>[]): Problem[] {
  const seen = new Set<string>();
  return tools.flatMap(({ name }, index) => {
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    const remedy = 'Keep the definition that the server really serves.';
    return [duplicate(file, `${place}/tools/${index}/name`, 'tool name', name, remedy)];
  });
}

/**
 * Turns the lines of a catalogue into the records that the project keeps. A record that is not valid is
 * skipped whole and told in `skipped`; everything else arrives.
 */
export function importLines(file: string, lines: Iterable<string>, words: OurWords): Imported {
  const result: Imported = {
    servers: new Map(),
    withText: new Map(),
    unscanned: new Map(),
    skipped: [],
    ignoredAnnotations: new Map(),
  };
  let number = 0;
  for (const line of lines) {
    number += 1;
    if (line.trim()) importLine(file, line, `line ${number}`, words, result);
  }
  return result;
}

function importLine(file: string, line: string, place: string, words: OurWords, result: Imported): void {
  const record = parseLine(file, line, place);
  if (Array.isArray(record)) return void result.skipped.push(record);
  const { id } = record;
  if (result.servers.has(id) || result.unscanned.has(id)) {
    const remedy = 'Give the later record an id of its own, or remove it.';
    return void result.skipped.push([duplicate(file, place, 'server id', id, remedy)]);
  }
  const doubled = duplicateTools(file, place, record.tools);
  if (doubled.length) return void result.skipped.push(doubled);
  if (record.tools.length === 0) result.unscanned.set(id, factsOf(record) as ServerFacts);
  else keepServer(file, place, record, words, result);
}

function keepServer(
  file: string,
  place: string,
  record: ImportRecord,
  words: OurWords,
  result: Imported,
): void {
  for (const tool of record.tools)
    for (const key of Object.keys(tool.annotations ?? {}))
      if (!HINTS.includes(key) && key !== 'title')
        result.ignoredAnnotations.set(key, (result.ignoredAnnotations.get(key) ?? 0) + 1);
  const facts = serverOf(record, words, false);
  const server = validated(Server, facts, file, place);
  if ('problems' in server) return void result.skipped.push(server.problems);
  result.servers.set(record.id, server.data);
  result.withText.set(record.id, serverOf(record, words, true) as Server);
}
