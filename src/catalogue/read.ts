import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { Corrections } from '../model/correction.ts';
import { type Problem, shown, validated } from '../model/problem.ts';
import { Server, ServerId, Unscanned } from '../model/server.ts';
import { Site } from '../model/site.ts';
import { Sources } from '../model/sources.ts';

/** The files of a content folder, parsed and validated one by one, with every problem found. */
export interface Content {
  servers: Map<string, Server>;
  unscanned: Unscanned['servers'];
  corrections: z.output<typeof Corrections>['corrections'];
  sources: Sources;
  site: Site;
  problems: Problem[];
}

function parseJson(file: string, text: string): { value: unknown } | { problem: Problem } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const remedy = 'Correct the JSON syntax.';
    return {
      problem: { file, pointer: '', found: (error as Error).message, expected: 'one JSON document', remedy },
    };
  }
}

/** Reads one file against its schema; on any fault, its problems are added and nothing is returned. */
function readFile<T>(folder: string, file: string, schema: z.ZodType<T>, problems: Problem[]): T | undefined {
  const parsed = parseJson(file, readFileSync(join(folder, file), 'utf8'));
  if ('problem' in parsed) {
    problems.push(parsed.problem);
    return undefined;
  }
  const result = validated(schema, parsed.value, file);
  if ('data' in result) return result.data;
  problems.push(...result.problems);
  return undefined;
}

function readOptional<T>(
  folder: string,
  file: string,
  schema: z.ZodType<T>,
  none: T,
  problems: Problem[],
): T {
  return existsSync(join(folder, file)) ? (readFile(folder, file, schema, problems) ?? none) : none;
}

function idProblem(file: string, id: string): Problem[] {
  if (ServerId.safeParse(id).success) return [];
  const expected = 'lower-case letters and digits, joined by dots, hyphens or underscores';
  return [{ file, pointer: '', found: `the file name ${shown(id)}`, expected, remedy: 'Rename the file.' }];
}

function readServers(folder: string, problems: Problem[]): Map<string, Server> {
  const servers = new Map<string, Server>();
  const names = existsSync(join(folder, 'servers')) ? readdirSync(join(folder, 'servers')) : [];
  for (const name of names.filter((entry) => entry.endsWith('.json')).sort()) {
    const id = name.slice(0, -'.json'.length);
    const file = `servers/${name}`;
    problems.push(...idProblem(file, id));
    const server = readFile(folder, file, Server, problems);
    if (server) servers.set(id, server);
  }
  if (servers.size === 0 && problems.length === 0) {
    const remedy = 'Import a catalogue, or name a folder that has one.';
    problems.push({
      file: 'servers/',
      pointer: '',
      found: 'no server file',
      expected: 'at least one',
      remedy,
    });
  }
  return servers;
}

/** Reads a whole content folder. Never throws for what a file says: every fault is in `problems`. */
export function readContent(folder: string): Content {
  const problems: Problem[] = [];
  return {
    servers: readServers(folder, problems),
    unscanned: readOptional(folder, 'unscanned.json', Unscanned, { servers: {} }, problems).servers,
    corrections: readOptional(folder, 'corrections.json', Corrections, { corrections: [] }, problems)
      .corrections,
    sources: readOptional(folder, 'sources.json', Sources, { taken: '', sources: {} }, problems),
    site: readOptional(folder, 'site.json', Site, Site.parse({}), problems),
    problems,
  };
}

/**
 * Lays the authors' texts and whole schemas of a local catalogue over the facts of the content folder.
 * Only servers and tools that the content has are taken; everything else stays as it is.
 */
export function withTexts(
  servers: ReadonlyMap<string, Server>,
  local: ReadonlyMap<string, Server>,
): Map<string, Server> {
  return new Map(
    [...servers].map(([id, server]) => {
      const full = local.get(id);
      return [id, full ? withText(server, full) : server];
    }),
  );
}

function withText(server: Server, full: Server): Server {
  const texts = new Map(full.tools.map((tool) => [tool.name, tool]));
  return {
    ...server,
    ...(full.description && { description: full.description }),
    tools: server.tools.map((tool) => {
      const { description, inputSchema } = texts.get(tool.name) ?? {};
      return { ...tool, ...(description && { description }), ...(inputSchema && { inputSchema }) };
    }),
  };
}
