import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ATTACKS, catalogueOfShort, SAMPLE } from '../../tests/search/sample.ts';
import { prepare } from '../search/prepare.ts';
import { recordsOf } from '../search/records-of.ts';
import { allServers, allTools } from '../views/lists.ts';
import { answerOf, type ListQuestion, listOf } from './list-rows.ts';

const ALL = 1000;
const catalogue = catalogueOfShort({
  ...SAMPLE,
  zoo: { title: 'a zoo', tools: { B: 'Reads.', b: 'Reads.', a: 'Reads.', Create_Issue: 'Opens an issue.' } },
});
const index = prepare(recordsOf({ catalogue, attacks: ATTACKS }, 'text'));
const lists = { tool: listOf(index, 'tool'), server: listOf(index, 'server') };
const ask = (question: Partial<ListQuestion> & Pick<ListQuestion, 'kind'>) =>
  answerOf(index, lists[question.kind], { limit: ALL, ...question });
const names = (question: Parameters<typeof ask>[0]) => ask(question).items.map(({ name }) => name);

test('the whole list has the order, the addresses and the risks of the pages', () => {
  const tools = allTools(catalogue).flatMap(({ items }) => items);
  assert.deepEqual(
    ask({ kind: 'tool' }).items.map(({ href, level }) => ({ href, level })),
    tools.map(({ href, level }) => ({ href, level })),
  );
  const servers = allServers(catalogue).flatMap(({ items }) => items);
  assert.deepEqual(
    ask({ kind: 'server' }).items.map(({ href, level, id }) => ({ href, level, id })),
    servers.map(({ href, level, id }) => ({ href, level, id })),
  );
});

const filters: { question: Parameters<typeof ask>[0]; expected: string[] }[] = [
  { question: { kind: 'tool', filter: 'create-issue gitea' }, expected: ['createIssue'] },
  { question: { kind: 'tool', filter: 'ZOO' }, expected: ['a', 'B', 'b', 'Create_Issue'] },
  { question: { kind: 'tool', category: 'destructive' }, expected: ['delete_bucket', 'empty'] },
  { question: { kind: 'server', filter: 'mcp' }, expected: ['GitHub MCP Server'] },
  { question: { kind: 'server', topic: 'files' }, expected: ['Object Store'] },
  { question: { kind: 'server', level: 'critical' }, expected: ['Object Store'] },
  { question: { kind: 'server', topic: 'no-such-topic' }, expected: [] },
];
for (const { question, expected } of filters)
  test(`filtered by ${JSON.stringify(question)}`, () => assert.deepEqual(names(question), expected));

test('orders go by what they say, and by name within it', () => {
  const counts = ask({ kind: 'server', sort: 'tools' }).items.map((item) =>
    item.kind === 'server' ? item.tools : -1,
  );
  assert.deepEqual(
    counts,
    counts.toSorted((a, b) => b - a),
  );
  assert.equal(names({ kind: 'tool', sort: 'risk' })[0], 'delete_bucket');
  assert.deepEqual(names({ kind: 'tool', sort: 'server' }).slice(0, 4), ['a', 'B', 'b', 'Create_Issue']);
});

test('only so many rows are given as are wanted, with the number of all', () => {
  const { items, total } = ask({ kind: 'tool', limit: 3 });
  assert.deepEqual([items.length, total], [3, catalogue.tools.length]);
});
