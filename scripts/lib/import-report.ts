import type { Imported } from '../../src/catalogue/import.ts';
import { formatProblem, shown } from '../../src/model/problem.ts';
import { plural } from '../../src/views/words.ts';

/** The closing report of an import: what arrived, what did not and why. */
export function importReport({ servers, unscanned, skipped, ignoredAnnotations }: Imported): string {
  const tools = [...servers.values()].reduce((sum, server) => sum + server.tools.length, 0);
  const ignored = [...ignoredAnnotations].map(([key, count]) => `${shown(key)} ${plural(count, 'time')}`);
  return [
    ...skipped.flat().map(formatProblem),
    `${plural(servers.size, 'server')} with ${plural(tools, 'tool')}`,
    `${plural(unscanned.size, 'server')} without a known tool list`,
    `${plural(skipped.length, 'record')} skipped${skipped.length ? ', for the reasons above' : ''}`,
    ...(ignored.length ? [`Annotations that are no MCP hints, left out: ${ignored.join(', ')}`] : []),
  ].join('\n');
}
