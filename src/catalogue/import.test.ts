import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importLines, type OurWords } from './import.ts';

const words: OurWords = {
  server: (id) =>
    id === 'git' ? { topic: 'version-control', summary: 'Works with a repository.' } : undefined,
  tool: (id, name) =>
    id === 'git' && name === 'log' ? { reviewed: 'read', summary: 'Lists commits.' } : undefined,
};

const record = (fields: object = {}) => ({
  id: 'git',
  name: 'example/git',
  title: 'Git',
  description: 'The author’s text.',
  package: { registry: 'npm', name: 'git-mcp' },
  repository: 'https://git.example.com/git',
  category: 'uncategorized',
  source: ['example/registry'],
  toolsFrom: 'example/registry',
  tools: [{ name: 'log', description: 'The author’s text.' }],
  ...fields,
});
const lines = (...records: unknown[]) => records.map((each) => JSON.stringify(each));
const run = (...records: unknown[]) => importLines('in.jsonl', lines(...records), words);

test('facts and our sentences arrive, the author’s texts do not', () => {
  const git = run(record()).servers.get('git');
  assert.equal(git?.summary, 'Works with a repository.');
  assert.equal(git?.topic, 'version-control');
  assert.equal(git?.category, undefined);
  assert.deepEqual(git?.tools, [{ name: 'log', summary: 'Lists commits.', reviewed: 'read' }]);
  assert.doesNotMatch(JSON.stringify(git), /author/);
});

test('the catalogue with texts keeps them', () => {
  const git = run(record()).withText.get('git');
  assert.equal(git?.description, 'The author’s text.');
  assert.equal(git?.tools[0]?.description, 'The author’s text.');
});

test('a server without tools is kept as not scanned', () => {
  const { servers, unscanned, skipped } = run(record({ tools: [], toolsFrom: null }));
  assert.deepEqual([servers.size, unscanned.size, skipped.length], [0, 1, 0]);
});

test('hints are kept, other annotations counted', () => {
  const annotations = { readOnlyHint: true, category: 'x', destructiveHint: 'yes', title: 'Log' };
  const { servers, ignoredAnnotations } = run(record({ tools: [{ name: 'log', annotations }] }));
  assert.deepEqual(servers.get('git')?.tools[0]?.annotations, { readOnlyHint: true });
  assert.equal(servers.get('git')?.tools[0]?.title, 'Log');
  assert.deepEqual([...ignoredAnnotations], [['category', 1]]);
});

test('a title that is a sentence is no fact', () => {
  for (const title of ['Lists the commits of a repository.', 'x'.repeat(81)]) {
    const { servers } = run(record({ tools: [{ name: 'log', annotations: { title } }] }));
    assert.equal(servers.get('git')?.tools[0]?.title, undefined);
  }
});

const faulty: { what: string; records: unknown[]; place: string; found: RegExp }[] = [
  { what: 'no JSON', records: [], place: 'line 1', found: /not json/ },
  { what: 'an unknown key', records: [record({ nmae: 'x' })], place: 'line 1', found: /nmae/ },
  {
    what: 'an id that no file can have',
    records: [record({ id: '../up' })],
    place: 'line 1/id',
    found: /\.\.\/up/,
  },
  { what: 'a server twice', records: [record(), record()], place: 'line 2', found: /"git" again/ },
  {
    what: 'a tool twice',
    records: [record({ tools: [{ name: 'log' }, { name: 'log' }] })],
    place: 'line 1/tools/1/name',
    found: /"log" again/,
  },
  {
    what: 'a name that no policy can hold',
    records: [record({ tools: [{ name: 'x'.repeat(257) }] })],
    place: 'line 1/tools/0/name',
    found: /257|x{20}/,
  },
];

for (const { what, records, place, found } of faulty)
  test(`${what} is skipped and told, and the rest arrives`, () => {
    const input = records.length ? lines(...records) : ['not json'];
    const other = JSON.stringify(record({ id: 'other' }));
    const result = importLines('in.jsonl', [...input, other], words);
    assert.ok(result.servers.has('other'));
    assert.equal(result.skipped.length, 1);
    assert.equal(result.skipped[0]?.[0]?.pointer, place);
    assert.match(result.skipped[0]?.[0]?.found ?? '', found);
  });
