import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  markdownBlock,
  markdownCode,
  markdownLink,
  markdownOf,
  markdownTable,
  markdownText,
} from './markdown.ts';
import { code, link } from './text.ts';

describe('text as Markdown', () => {
  const cases: [name: string, text: string, markdown: string][] = [
    ['marks', 'a*b_c`d', 'a\\*b\\_c\\`d'],
    ['HTML', '<script>&amp;', '\\<script\\>\\&amp;'],
    ['links', '[x](y)', '\\[x\\](y)'],
    ['a heading', '# x', '\\# x'],
    ['a list', '- x', '\\- x'],
    ['a numbered list', '1. x', '1\\. x'],
    ['a number', '9.6 (3.1)', '9.6 (3.1)'],
    ['lines', 'a\n\n# b', 'a \\# b'],
    ['what cannot be seen', 'a\u202Eb', 'a\\\\u{202e}b'],
    ['an address', 'https://a.example/b', 'https://a.example/b'],
  ];
  for (const [name, text, markdown] of cases)
    it(`shows ${name} as written`, () => assert.equal(markdownText(text), markdown));
});

describe('code as Markdown', () => {
  const cases: [value: string, markdown: string][] = [
    ['create_note', '`create_note`'],
    ['a`b', '``a`b``'],
    ['`a``b', '``` `a``b ```'],
    [' a ', '`a`'],
  ];
  for (const [value, markdown] of cases)
    it(`fences ${JSON.stringify(value)}`, () => assert.equal(markdownCode(value), markdown));

  it('fences a block that holds a fence', () => {
    assert.equal(markdownBlock('json', '"```"'), '````json\n"```"\n````');
  });
});

describe('a table and a link', () => {
  it('keep a bar within its cell', () => {
    assert.equal(
      markdownTable(['A', 'B'], [[markdownCode('a|b'), markdownText('c|d')]]),
      '| A | B |\n| --- | --- |\n| `a\\|b` | c\\|d |',
    );
  });

  it('keep a bar that follows a backslash within its cell, and the backslash', () => {
    assert.equal(markdownTable(['A'], [[markdownCode('a\\|b')]]), '| A |\n| --- |\n| `a\\\\|b` |');
  });

  it('lead to this site from a path, and to another site as written', () => {
    assert.equal(
      markdownOf(
        [code('x'), ' ', link('a', '/b/'), ' ', link('c', 'https://c.example/')],
        'https://a.example',
      ),
      '`x` [a](https://a.example/b/) [c](https://c.example/)',
    );
  });

  it('keep an address that holds brackets whole', () => {
    assert.equal(markdownLink('x', 'https://a.example/(b c)'), '[x](https://a.example/%28b%20c%29)');
  });
});
