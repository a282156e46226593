import { type Part, type Text, visible } from './text.ts';

/** Characters that are markup somewhere in a line. */
const MARKUP = /[\\`*_[\]<>|~&#]/g;
/** What would begin a list or underline a heading at the start of a line. */
const LIST = /^(?=[-+=])|(?<=^\d+)(?=[.)])/;
const LINES = /\s*[\r\n\u2028\u2029]+\s*/g;

const oneLine = (text: string): string => visible(text.trim().replace(LINES, ' '));

/** Any text as one line of Markdown that shows exactly it. */
export const markdownText = (text: string): string =>
  oneLine(text).replace(MARKUP, '\\$&').replace(LIST, '\\');

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

const partOf = (site: string) => (part: Part) => {
  if (typeof part === 'string') return markdownText(part);
  if ('code' in part) return markdownCode(part.code);
  return markdownLink(markdownText(part.text), site + part.href);
};

/** A generated sentence as Markdown; `site` is put before its links. */
export const markdownOf = (text: Text, site: string): string => text.map(partOf(site)).join('');

const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replace(/(?<!\\)\|/g, '\\|')).join(' | ')} |`;

/** A table; every cell is Markdown of one line. */
export const markdownTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

/** Text as a block of code that it cannot end. */
export function markdownBlock(language: string, text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text}\n${fence}`;
}
