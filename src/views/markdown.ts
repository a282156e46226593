import { type Part, type Text, visible } from './text.ts';

/** Characters that are markup somewhere in a line. */
const MARKUP = /[\\`*_[\]<>~&#]/g;
/** What would begin a list or underline a heading at the start of a line. */
const LIST = /^(?=[-+=])|(?<=^\d+)(?=[.)](?:\s|$))/;
const LINES = /\s*[\r\n\u2028\u2029]+\s*/g;

const joinedLines = (text: string): string => visible(text.replace(LINES, ' '));
const oneLine = (text: string): string => joinedLines(text.trim());
const escaped = (line: string): string => line.replace(MARKUP, '\\$&').replace(LIST, '\\');

/** Any text as one line of Markdown that shows exactly it. */
export const markdownText = (text: string): string => escaped(oneLine(text));

const longestRun = (text: string): number =>
  Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));

/** A name or value as code, fenced by more backticks than it holds. */
export function markdownCode(value: string): string {
  const text = oneLine(value);
  const fence = '`'.repeat(longestRun(text) + 1);
  const pad = /^`|`$|^ .* $/.test(text) ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

const encoded = (mark: string): string => `%${mark.charCodeAt(0).toString(16).padStart(2, '0')}`;

/** A link; the marks in `href` that could end it are encoded. */
export const markdownLink = (text: string, href: string): string =>
  `[${text}](${href.replace(/[\s()<>]/g, encoded)})`;

/** An address as it stands outside the site: `site` is put before a path. */
export const absolute = (href: string, site: string): string => (href.startsWith('/') ? site + href : href);

const partOf = (site: string) => (part: Part) => {
  // The spaces around names and links are part of the sentence.
  if (typeof part === 'string') return escaped(joinedLines(part));
  if ('code' in part) return markdownCode(part.code);
  return markdownLink(markdownText(part.text), absolute(part.href, site));
};

/** A generated sentence as Markdown; `site` is put before the paths in its links. */
export const markdownOf = (text: Text, site: string): string => text.map(partOf(site)).join('');

/** A row is cut at its bars before its cells are read, so each bar is escaped, within code as well. */
const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

/** A table; every cell is Markdown of one line. */
export const markdownTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

/** A list; every item is Markdown of one line, or of lines that are indented as the list needs. */
export const markdownList = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

/** A numbered list of such items. */
export const markdownSteps = (items: readonly string[]): string =>
  items.map((item, index) => `${index + 1}. ${item}`).join('\n');

/** Text as a block of code that it cannot end. */
export function markdownBlock(language: string, text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text}\n${fence}`;
}
