import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stringify } from 'yaml';
import { parseEntry } from './entry.ts';
import { anAttack } from './testing.ts';

const { id: _, sections: __, ...facts } = anAttack();
const HEADINGS = [
  'What happened',
  'How it works',
  'What it needed from the tools',
  'What stops it',
  'What does not',
];
const proseOf = (headings: readonly string[], text = 'A sentence.') =>
  headings.map((heading) => `## ${heading}\n\n${text}\n`).join('\n');
const entryOf = (prose: string, changes: object = {}) =>
  `---\n${stringify({ ...facts, ...changes })}---\n\n${prose}`;

test('an entry gives its facts, and its prose by section', () => {
  const parsed = parseEntry('attacks/x.md', entryOf(proseOf(HEADINGS, 'Two `<b>`\nlines.\n\n- and a list')));
  assert.deepEqual(parsed.problems, []);
  assert.deepEqual(parsed.facts, facts);
  assert.deepEqual(
    parsed.sections.map(({ id, heading }) => [id, heading]),
    [
      ['happened', 'What happened'],
      ['works', 'How it works'],
      ['needed', 'What it needed from the tools'],
      ['stops', 'What stops it'],
      ['does-not', 'What does not'],
    ],
  );
  assert.equal(parsed.sections[0]?.markdown, 'Two `<b>`\nlines.\n\n- and a list');
});

test('a technique has headings of its own', () => {
  const headings = [
    'What it is',
    'How it works',
    'What it needs from the tools',
    'What stops it',
    'What does not',
  ];
  const parsed = parseEntry('attacks/x.md', entryOf(proseOf(headings), { kind: 'technique' }));
  assert.deepEqual(parsed.problems, []);
  assert.equal(parsed.sections[0]?.heading, 'What it is');
});

const good = entryOf(proseOf(HEADINGS));
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length;

const FAULTS: readonly { name: string; text: string; pointer: string; found: RegExp }[] = [
  { name: 'no front matter', text: '# Title\n', pointer: 'line 1', found: /no front matter/ },
  {
    name: 'front matter that never ends',
    text: good.replace('---\n\n## ', '\n\n## '),
    pointer: 'line 1',
    found: /no front/,
  },
  {
    name: 'broken YAML',
    text: good.replace('kind: vulnerability', 'kind: [vulnerability'),
    pointer: `line ${lineOf(good, 'kind: vuln') + 1}`,
    found: /flow/i,
  },
  {
    name: 'a key that stands twice',
    text: good.replace('kind: vulnerability', 'kind: vulnerability\nkind: incident'),
    pointer: `line ${lineOf(good, 'kind: vuln') + 1}`,
    found: /unique/,
  },
  {
    name: 'a fault in the facts',
    text: good.replace('kind: vulnerability', 'kind: rumour'),
    pointer: '/kind',
    found: /rumour/,
  },
  {
    name: 'a heading left out',
    text: entryOf(proseOf(HEADINGS.slice(0, 4))),
    pointer: `line ${lineOf(good, '\n\n## What') + 1}`,
    found: /the headings/,
  },
  {
    name: 'headings in another order',
    text: entryOf(proseOf([...HEADINGS].reverse())),
    pointer: `line ${lineOf(good, '\n\n## What') + 1}`,
    found: /What does not.*What happened/,
  },
  {
    name: 'text before the first heading',
    text: entryOf(`Hello.\n\n${proseOf(HEADINGS)}`),
    pointer: `line ${lineOf(good, '\n\n## What') + 1}`,
    found: /the headings ""/,
  },
  {
    name: 'an empty section',
    text: entryOf(`${proseOf(HEADINGS.slice(0, 4))}\n## What does not\n`),
    pointer: '',
    found: /nothing under "What does not"/,
  },
  {
    name: 'HTML in the prose',
    text: good.replace('A sentence.', 'A <i>word</i>.'),
    pointer: `line ${lineOf(good, 'A sentence.')}`,
    found: /HTML in/,
  },
  {
    name: 'an image in the prose',
    text: good.replace('A sentence.', '![x](https://example.com/x.png)'),
    pointer: `line ${lineOf(good, 'A sentence.')}`,
    found: /an image/,
  },
  {
    name: 'a deeper heading',
    text: good.replace('A sentence.', '### More'),
    pointer: `line ${lineOf(good, 'A sentence.')}`,
    found: /a heading/,
  },
];

for (const { name, text, pointer, found } of FAULTS)
  test(`${name} is told with its line`, () => {
    const { problems } = parseEntry('attacks/x.md', text);
    assert.equal(problems.length, 1, JSON.stringify(problems));
    assert.equal(problems[0]?.pointer, pointer);
    assert.match(problems[0]?.found ?? '', found);
    assert.equal(problems[0]?.file, 'attacks/x.md');
  });

test('faults of facts and prose are told together', () => {
  const { problems, facts: none } = parseEntry(
    'attacks/x.md',
    entryOf(proseOf([]), { kind: 'rumour', severity: 'bad' }),
  );
  assert.equal(none, undefined);
  assert(problems.some(({ pointer }) => pointer === '/kind'));
  assert(problems.some(({ pointer }) => pointer === '/severity'));
  assert(problems.some(({ found }) => found.startsWith('the headings')));
});
