import type { Server } from '../model/server.ts';

/**
 * A server file as text: its facts on a line each, then one tool a line, so that a change of one tool is
 * a change of one line.
 */
export function serverText({ $schema: _, tools, ...facts }: Server): string {
  const lines = Object.entries({ $schema: '../../public/schemas/server.schema.json', ...facts }).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},`,
  );
  const list = tools.map((tool) => `    ${JSON.stringify(tool)}`).join(',\n');
  return `{\n${lines.join('\n')}\n  "tools": [\n${list}\n  ]\n}\n`;
}
