import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { catalogueOf } from '../../src/catalogue/catalogue.ts';
import { Corrections } from '../../src/model/correction.ts';
import { Server } from '../../src/model/server.ts';
import { Site } from '../../src/model/site.ts';
import type { LintServer } from '../../src/policy/index.ts';

const CONTENT = new URL('../../content/', import.meta.url);
const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, CONTENT), 'utf8'));

function unknown(id: string): Error {
  const near = readdirSync(new URL('servers/', CONTENT))
    .flatMap((name) => (name.endsWith('.json') && name.includes(id) ? [name.slice(0, -'.json'.length)] : []))
    .slice(0, 5);
  const hint = near.length > 0 ? ` Did you mean ${near.join(', ')}?` : '';
  return new Error(`The catalogue has no server ${JSON.stringify(id)}.${hint}`);
}

/** A server of the catalogue as lint needs it: its tools, with their schemas and the levels that their pages show. */
export function serverForLint(id: string): LintServer {
  const file = `servers/${id}.json`;
  if (!/^[\w.-]+$/.test(id) || !existsSync(new URL(file, CONTENT))) throw unknown(id);
  const { servers } = catalogueOf({
    servers: new Map([[id, Server.parse(json(file))]]),
    corrections: Corrections.parse(json('corrections.json')).corrections,
    unscanned: {},
    sources: { taken: '', sources: {} },
    site: Site.parse({}),
    problems: [],
  });
  const tools = servers.get(id)?.tools ?? [];
  return { tools: tools.map(({ level, tool: { inputSchema, name } }) => ({ name, inputSchema, level })) };
}
