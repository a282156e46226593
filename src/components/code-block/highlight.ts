import json from '@shikijs/langs/json';
import { createHighlighterCoreSync } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';

/**
 * The element of each kind of token, as short as can be, for a page holds hundreds; the colours stand in
 * `code-block.css`. Shiki wants colours, so each kind gets a false one.
 */
const KINDS = [
  {
    color: '#000001',
    open: '<b>',
    close: '</b>',
    scope: [
      'support.type.property-name',
      'punctuation.support.type.property-name',
      'support.type.property-name constant.character.escape',
    ],
  },
  {
    color: '#000002',
    open: '<i>',
    close: '</i>',
    scope: ['string', 'punctuation.definition.string', 'constant.character.escape'],
  },
  { color: '#000003', open: '<i class="n">', close: '</i>', scope: ['constant.numeric'] },
  { color: '#000004', open: '<i class="w">', close: '</i>', scope: ['constant.language'] },
];
const PLAIN = '#000000';

const highlighter = createHighlighterCoreSync({
  engine: createJavaScriptRegexEngine(),
  langs: [json],
  themes: [
    {
      name: 'callwarden',
      type: 'light',
      fg: PLAIN,
      bg: '#ffffff',
      settings: KINDS.map(({ color, scope }) => ({ scope, settings: { foreground: color } })),
    },
  ],
});

const kinds = new Map(KINDS.map((kind) => [kind.color, kind]));
const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Neighbouring tokens of one kind become one element: Shiki parts a string from its quotes. */
function lineHtml(tokens: readonly { content: string; color?: string }[]): string {
  const runs: { kind: (typeof KINDS)[number] | undefined; text: string }[] = [];
  for (const { content, color } of tokens) {
    const kind = content.trim() ? kinds.get(color?.toLowerCase() ?? '') : undefined;
    const last = runs.at(-1);
    if (last && last.kind === kind) last.text += content;
    else runs.push({ kind, text: content });
  }
  return runs.map(({ kind, text }) => `${kind?.open ?? ''}${escapeHtml(text)}${kind?.close ?? ''}`).join('');
}

/** A line that begins with a key stands in an object, any other in an array. */
const KEY = /^\s*"(?:[^"\\]|\\.)*"\s*:/;

/** One line of JSON by itself: a bracket before it tells the grammar where it stands, and is taken away again. */
function highlightLine(line: string): string {
  const open = KEY.test(line) ? '{' : '[';
  const [tokens = []] = highlighter.codeToTokensBase(open + line, { lang: 'json', theme: 'callwarden' });
  return lineHtml(tokens).slice(open.length);
}

/** Most lines of policies stand on thousands of pages; each is coloured once. */
const lines = new Map<string, string>();

/** JSON as HTML with one short element a token. No token of JSON runs over a line. */
export const highlightJson = (text: string): string =>
  text
    .split('\n')
    .map((line) => {
      const html = lines.get(line) ?? highlightLine(line);
      lines.set(line, html);
      return html;
    })
    .join('\n');
