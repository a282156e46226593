import { readdir, readFile } from 'node:fs/promises';
import { Server } from '../../src/model/server.ts';
import type { LintServer } from '../../src/policy/index.ts';
import { classify } from '../../src/risk/classify.ts';

const FOLDER = new URL('../../content/servers/', import.meta.url);

/** A server of the catalogue, as lint needs it: tools with their schemas and risk levels. */
export async function serverForLint(id: string): Promise<LintServer> {
  const ids = (await readdir(FOLDER)).flatMap((name) => (name.endsWith('.json') ? [name.slice(0, -5)] : []));
  if (!ids.includes(id)) {
    const near = ids.filter((known) => known.includes(id)).slice(0, 5);
    throw new Error(
      `The catalogue has no server ${JSON.stringify(id)}.${near.length > 0 ? ` Did you mean ${near.join(', ')}?` : ''}`,
    );
  }
  const { tools } = Server.parse(JSON.parse(await readFile(new URL(`${id}.json`, FOLDER), 'utf8')));
  return {
    tools: tools.map((tool) => ({
      name: tool.name,
      inputSchema: tool.inputSchema,
      level: classify(tool).level,
    })),
  };
}
