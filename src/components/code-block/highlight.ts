import json from '@shikijs/langs/json';
import { createHighlighterCoreSync } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';

/** The class of each kind of token; the colours stand in `code-block.css`. Shiki wants colours, so each gets a false one. */
const KINDS = [
  {
    color: '#000001',
    name: 'k',
    scope: ['support.type.property-name', 'punctuation.support.type.property-name'],
  },
  {
    color: '#000002',
    name: 's',
    scope: ['string', 'punctuation.definition.string', 'constant.character.escape'],
  },
  { color: '#000003', name: 'n', scope: ['constant.numeric'] },
  { color: '#000004', name: 'w', scope: ['constant.language'] },
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

const classOf = new Map(KINDS.map(({ color, name }) => [color, name]));
const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Neighbouring tokens of one kind become one element: Shiki parts a string from its quotes. */
function lineHtml(tokens: readonly { content: string; color?: string }[]): string {
  const runs: { kind: string | undefined; text: string }[] = [];
  for (const { content, color } of tokens) {
    const kind = content.trim() ? classOf.get(color?.toLowerCase() ?? '') : undefined;
    const last = runs.at(-1);
    if (last && last.kind === kind) last.text += content;
    else runs.push({ kind, text: content });
  }
  return runs
    .map(({ kind, text }) => (kind ? `<i class="${kind}">${escapeHtml(text)}</i>` : escapeHtml(text)))
    .join('');
}

/** JSON as HTML with one short class a token. */
export const highlightJson = (text: string): string =>
  highlighter.codeToTokensBase(text, { lang: 'json', theme: 'callwarden' }).map(lineHtml).join('\n');
