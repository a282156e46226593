import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Block, blocksOf } from './attack-prose.ts';

const CASES: Record<string, { markdown: string; blocks: Block[] }> = {
  'lines of one paragraph are joined': {
    markdown: 'One\ntwo.\n\nThree.',
    blocks: [{ paragraph: ['One two.'] }, { paragraph: ['Three.'] }],
  },
  'code stands between backticks': {
    markdown: 'It runs `rm -rf`.',
    blocks: [{ paragraph: ['It runs ', { code: 'rm -rf' }, '.'] }],
  },
  'a link leads to another site': {
    markdown: '[The report](https://example.org/a?b=1).',
    blocks: [{ paragraph: [{ text: 'The report', href: 'https://example.org/a?b=1' }, '.'] }],
  },
  'a link that runs a script is no link': {
    markdown: '[x](javascript:alert(1))',
    blocks: [{ paragraph: ['[x](javascript:alert(1))'] }],
  },
  'items may go on in the next line': {
    markdown: '- one\n  more\n- `two`',
    blocks: [{ items: [['one more'], [{ code: 'two' }]] }],
  },
};

for (const [name, { markdown, blocks }] of Object.entries(CASES))
  test(name, () => assert.deepEqual(blocksOf(markdown), blocks));
