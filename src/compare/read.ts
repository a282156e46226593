import { routes } from '../routes.ts';
import type { ServerData } from '../views/server-json.ts';
import { pathOf } from './server-rows.ts';
import { serverOf } from './state.ts';
import type { ToolSubject } from './tool-rows.ts';

const loading = new Map<string, Promise<ServerData>>();

async function fetchServer(id: string): Promise<ServerData> {
  const response = await fetch(routes.serverJson(id));
  if (response.status === 404) throw new Error(`There is no server “${id}” here.`);
  if (!response.ok) throw new Error(`The data of “${id}” could not be read.`);
  return response.json();
}

/** The data of a server, fetched once; one that fails is asked for again. Throws with a sentence for the reader. */
export function readServer(id: string): Promise<ServerData> {
  const found = loading.get(id) ?? fetchServer(id);
  loading.set(id, found);
  found.catch(() => loading.delete(id));
  return found;
}

/** A tool of a server by its place in the address, or by its exact name. */
export async function readTool(key: string): Promise<ToolSubject> {
  const id = serverOf(key);
  const server = await readServer(id);
  const name = key.slice(id.length + 1);
  const tool =
    server.tools.find((each) => pathOf(each) === routes.tool(id, name)) ??
    server.tools.find((each) => each.name === name);
  if (!tool) throw new Error(`“${id}” has no tool “${name}”.`);
  return { server, tool };
}
