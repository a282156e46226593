import { code, link, type Part, type Text } from './text.ts';

/** A block of an entry's prose. */
export type Block = { paragraph: Text } | { items: Text[] };

/** Code between backticks, or a link to another site; nothing else is markup. */
const INLINE = /`([^`]+)`|\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/g;

function inline(text: string): Text {
  const parts: Part[] = [];
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    const [whole, span, label = '', href = ''] = match;
    parts.push(text.slice(from, match.index), span === undefined ? link(label, href) : code(span));
    from = match.index + whole.length;
  }
  return [...parts, text.slice(from)].filter((part) => part !== '');
}

const joined = (lines: readonly string[]) => lines.map((line) => line.trim()).join(' ');
const ITEM = /^[-*] /;

function blockOf(text: string): Block {
  const lines = text.split('\n');
  if (!ITEM.test(lines[0] ?? '')) return { paragraph: inline(joined(lines)) };
  const items: string[][] = [];
  for (const line of lines)
    if (ITEM.test(line)) items.push([line.replace(ITEM, '')]);
    else items.at(-1)?.push(line);
  return { items: items.map((item) => inline(joined(item))) };
}

/** The Markdown that entries may use: paragraphs, lists, links and code between backticks. */
export const blocksOf = (markdown: string): Block[] =>
  markdown
    .split(/\n\s*\n/)
    .filter((block) => block.trim())
    .map((block) => blockOf(block.trim()));

/** A sentence of an entry, which may hold code and links. */
export const textOf = inline;
