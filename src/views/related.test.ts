import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogueOf } from '../catalogue/catalogue.ts';
import { validContent } from '../catalogue/load.ts';
import { relatedTools, roomFor, siblings } from './related.ts';

const all = catalogueOf(validContent('tests/fixture/content'));
const related = relatedTools(all);

for (const entry of all.tools) {
  const name = `${entry.server.id}/${entry.tool.name.slice(0, 40)}`;
  test(`the related tools of ${name} are of its category, each from another server that is no copy`, () => {
    const found = related(entry);
    assert.ok(found.every(({ category }) => category === entry.category));
    assert.ok(
      found.every(
        ({ server }) => server !== entry.server && server !== entry.server.original && !server.original,
      ),
    );
    assert.equal(new Set(found.map(({ server }) => server)).size, found.length);
  });
}

test('siblings stand riskiest first, without the tool itself', () => {
  const create = all.tools.find(({ tool }) => tool.name === 'create_thing');
  assert.ok(create);
  assert.deepEqual(
    siblings(create).map(({ tool }) => tool.name),
    ['drop_things', 'list_things'],
  );
});

test('a page with much to say of its tool shows fewer others, and never none', () => {
  const rooms = [0, 14, 18, 20, 60].map((rows) => roomFor(rows, 0));
  assert.deepEqual(rooms, [5, 5, 5, 4, 2]);
  assert.equal(roomFor(14, 4000), 2);
});

test('a copy has the related tools of its original', () => {
  const [copy, original] = ['things-copy', 'things'].map((id) => all.servers.get(id)?.tools[0]);
  assert.ok(copy && original);
  assert.deepEqual(related(copy), related(original));
});
