import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Parser } from 'htmlparser2';
import { AttacksFile, atlasLayer, attacksCsv, attacksFeed, attacksJson, crosswalk } from './export.ts';
import { loadAttacks } from './load.ts';
import { proveAll } from './prove.ts';
import { FRAMEWORKS } from './taxonomy.ts';
import { anAttack } from './testing.ts';

const site = {
  name: 'Example & co',
  attackUrl: (id: string) => `https://example.com/attacks/${id}/`,
  listUrl: 'https://example.com/attacks/',
  feedUrl: 'https://example.com/attacks.xml',
};
const { attacks, proofs } = loadAttacks('content');
const runs = await proveAll(proofs);
const all = [...attacks.values()];

test('the JSON holds every entry, fits its schema and survives a round trip', () => {
  const file = attacksJson(all, runs, site);
  assert.equal(file.attacks.length, attacks.size);
  assert.deepEqual(AttacksFile.parse(JSON.parse(JSON.stringify(file))), file);
  for (const { id, prose, proof } of file.attacks) {
    assert.equal(Object.keys(prose).length, 5, id);
    assert.equal(proof !== undefined, proofs.has(id));
  }
});

/** Reads CSV after RFC 4180. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

test('the CSV has one line an entry, and every cell arrives', () => {
  const [head = [], ...rows] = readCsv(attacksCsv(all, runs, site));
  assert.equal(rows.length, attacks.size);
  for (const row of rows) {
    const record = Object.fromEntries(head.map((name, index) => [name, row[index]]));
    const attack = attacks.get(record.id ?? '');
    assert.equal(row.length, head.length);
    assert.equal(record.title, attack?.title);
    assert.equal(record.signals, attack?.signals.join(' '));
    assert.equal(record.proof, runs.get(record.id ?? '')?.result ?? '');
  }
});

test('a cell with commas, quotes and line ends arrives in the CSV, and none starts a formula', () => {
  const [, row = []] = readCsv(attacksCsv([anAttack({ title: 'One, "two"\nthree' })], new Map(), site));
  assert.equal(row[1], 'One, "two"\nthree');
  for (const cells of readCsv(attacksCsv(all, runs, site)))
    for (const cell of cells) assert.doesNotMatch(cell, /^[=+\-@\t]/);
});

test('the layer scores each technique by its entries, and knows each of them', () => {
  const layer = atlasLayer(all, site);
  for (const { techniqueID, score, links } of layer.techniques) {
    assert(Object.hasOwn(FRAMEWORKS.atlas.ids, techniqueID));
    assert.equal(score, all.filter(({ mappings }) => mappings.atlas.ids.includes(techniqueID)).length);
    assert.equal(links.length, score);
  }
  assert(layer.gradient.maxValue > layer.gradient.minValue);
  assert.equal(layer.domain, 'atlas-atlas');
});

test('a layer without entries is still a layer', () => {
  const { techniques, gradient } = atlasLayer([], site);
  assert.deepEqual(techniques, []);
  assert(gradient.maxValue > gradient.minValue);
});

const changed = [
  anAttack({ id: 'old', modified: '2026-01-01' }),
  anAttack({ id: 'new', modified: '2026-03-01', title: 'a <b> & "c"' }),
  anAttack({ id: 'same-day', modified: '2026-03-01', disclosed: '2026-02-28' }),
];
const idsIn = (feed: string) => [...feed.matchAll(/<id>.*\/attacks\/([a-z-]+)\/<\/id>/g)].map(([, id]) => id);

test('the feed has the latest changes first, and is as new as the first of them', () => {
  const feed = attacksFeed(changed, site);
  assert.deepEqual(idsIn(feed), ['same-day', 'new', 'old']);
  assert.match(feed, /<updated>2026-03-01T00:00:00Z<\/updated>\n\s*<author>/);
  assert.deepEqual(idsIn(attacksFeed(changed, site, 1)), ['same-day']);
});

test('the feed is well-formed XML, whatever the titles hold', () => {
  const open: string[] = [];
  const texts: string[] = [];
  const parser = new Parser(
    {
      onopentag: (name) => open.push(name),
      onclosetag: (name) => assert.equal(open.pop(), name),
      ontext: (text) => texts.push(text),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(attacksFeed(changed, site));
  assert.deepEqual(open, []);
  assert(texts.join('').includes('a <b> & "c"'));
});

test('the crosswalk has every id, newest entries first, with where each mapping is from', () => {
  const frameworks = crosswalk(all);
  assert.deepEqual(
    frameworks.map(({ id }) => id),
    Object.keys(FRAMEWORKS),
  );
  for (const { id, rows } of frameworks)
    for (const row of rows) {
      const days = row.attacks.map(({ attack }) => attack.disclosed);
      assert.deepEqual(days, [...days].sort().reverse());
      for (const { attack, basis } of row.attacks) assert.equal(basis, attack.mappings[id].basis);
    }
});
