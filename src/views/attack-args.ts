import { jsonText } from './json-text.ts';

/** Arguments that fit on one line are shown on one. */
const LINE = 90;

/** The arguments of a call as JSON to read, or nothing where it has none. */
export function argsText(args: object): string {
  if (Object.keys(args).length === 0) return '';
  const text = jsonText(args);
  // Line breaks inside a string are escaped, so each one here stands between two members.
  const line = text.replace(/\n\s*/g, ' ');
  return line.length <= LINE ? line : text;
}
