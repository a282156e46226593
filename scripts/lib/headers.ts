import { existsSync, readFileSync } from 'node:fs';

/** The headers for the paths that one pattern of a `_headers` file names. */
export interface HeaderRule {
  path: RegExp;
  headers: readonly (readonly [string, string])[];
}

const literal = (text: string) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
const patternOf = (line: string) => new RegExp(`^${line.trim().split('*').map(literal).join('.*')}$`);

/** Reads a `_headers` file: a line that starts with a slash names paths, the indented lines after it give headers. */
export function parseHeaders(text: string): HeaderRule[] {
  const rules: { path: RegExp; headers: [string, string][] }[] = [];
  for (const line of text.split('\n').filter((each) => each.trim())) {
    if (line.startsWith('/')) rules.push({ path: patternOf(line), headers: [] });
    else {
      const at = line.indexOf(':');
      rules.at(-1)?.headers.push([line.slice(0, at).trim(), line.slice(at + 1).trim()]);
    }
  }
  return rules;
}

/** The rules of the `_headers` file of a site; none where it has none. */
export const headersOf = (file: string): HeaderRule[] =>
  existsSync(file) ? parseHeaders(readFileSync(file, 'utf8')) : [];
