import type { Server } from '../model/server.ts';

/** Fewer tools than this can be alike by chance. */
const LEAST_TOOLS = 3;

const fingerprint = (server: Server) =>
  server.tools
    .map(({ name }) => name)
    .sort()
    .join('\n');

/** The better known first: listed by more sources, then the shorter id, then the alphabet. */
const byFame = ([idA, a]: [string, Server], [idB, b]: [string, Server]) =>
  b.sources.length - a.sources.length || idA.length - idB.length || (idA < idB ? -1 : 1);

/**
 * Servers that offer exactly the tools of another (three or more, by name), each with the id of the one
 * that stands for all of them.
 */
export function canonicalIds(servers: ReadonlyMap<string, Server>): Map<string, string> {
  const alike = Map.groupBy(
    [...servers].filter(([, server]) => server.tools.length >= LEAST_TOOLS),
    ([, server]) => fingerprint(server),
  );
  return new Map(
    [...alike.values()].flatMap((group) => {
      const [first, ...others] = group.sort(byFame);
      return others.map(([id]) => [id, (first as [string, Server])[0]] as const);
    }),
  );
}
