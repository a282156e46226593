import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  indexKey,
  list,
  lowerFirst,
  number,
  ordinal,
  plural,
  sentence,
  serverNoun,
  theServer,
  withArticle,
} from './words.ts';

const cases: [string, string, string][] = [
  ['number', number(31748), '31,748'],
  ['ordinals', [1, 2, 3, 4, 11, 12, 31, 61].map(ordinal).join(' '), '1st 2nd 3rd 4th 11th 12th 31st 61st'],
  ['one', plural(1, 'tool'), '1 tool'],
  ['none', plural(0, 'tool'), '0 tools'],
  ['many', plural(3298, 'server'), '3,298 servers'],
  ['irregular', plural(2, 'copy', 'copies'), '2 copies'],
  ['an', withArticle('Execute tool'), 'an Execute tool'],
  ['an', withArticle('Unclassified tool'), 'an Unclassified tool'],
  ['a', withArticle('Read tool'), 'a Read tool'],
  ['no items', list([]), ''],
  ['one item', list(['a']), 'a'],
  ['two items', list(['a', 'b']), 'a and b'],
  ['three items', list(['a', 'b', 'c'], 'or'), 'a, b or c'],
  ['no full stop', sentence('Reads a file'), 'Reads a file.'],
  ['one full stop', sentence('Reads a file.. '), 'Reads a file.'],
  ['question', sentence('Is it so?'), 'Is it so?'],
  ['lower', lowerFirst('Reads a file'), 'reads a file'],
  ['acronym', lowerFirst('SQL runs'), 'SQL runs'],
  ['plain title', serverNoun('GitHub'), 'GitHub MCP server'],
  ['title with MCP', serverNoun('12306 MCP'), '12306 MCP server'],
  ['title with server', serverNoun('Excel MCP Server'), 'Excel MCP Server'],
  ['MCP alone', serverNoun('mcp'), 'mcp server'],
  ['article', theServer('GitHub'), 'the GitHub MCP server'],
  ['possessive', theServer("GitHub's official MCP Server"), "GitHub's official MCP Server"],
  ['plural possessive', theServer('Investors’ Exchange'), 'Investors’ Exchange MCP server'],
  ['article of its own', theServer('The Graph'), 'The Graph MCP server'],
];

for (const [what, found, expected] of cases)
  test(`${what}: ${expected}`, () => assert.equal(found, expected));

test('names are sorted as in an index', () => {
  const names = ['!pg', 'beta', '_alpha', 'Gamma', '???', '天气', 'zeta'];
  assert.deepEqual(
    names.toSorted((a, b) => (indexKey(a) < indexKey(b) ? -1 : 1)),
    ['_alpha', 'beta', 'Gamma', '!pg', 'zeta', '天气', '???'],
  );
});
