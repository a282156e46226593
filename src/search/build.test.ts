import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { type Running, serve } from '../../scripts/lib/serve.ts';
import { ATTACKS, catalogueOfShort, SAMPLE, sampleSearched } from '../../tests/search/sample.ts';
import { type BuiltSearch, buildSearch } from './build.ts';
import { NOTHING_CHOSEN } from './facets.ts';
import { type Answer, answerOf, findAll, findNames } from './find.ts';
import { type Index, prepare } from './prepare.ts';
import { queryOf } from './query.ts';
import { DATA, RECORDS, type Records } from './records.ts';
import { openSentences } from './sentences.ts';
import { openText, type TextIndex } from './text.ts';

const sites: string[] = [];
const newSite = () => {
  const site = mkdtempSync(join(tmpdir(), 'callwarden-search-'));
  sites.push(site);
  return site;
};
const recordsIn = (site: string): Records =>
  JSON.parse(gunzipSync(readFileSync(join(site, RECORDS))).toString());
const filesOf = (site: string) =>
  readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();

let site: string;
let built: BuiltSearch;
let server: Running;
let index: Index;
let text: TextIndex;

before(async () => {
  site = newSite();
  built = await buildSearch(sampleSearched(), site);
  server = await serve(site);
  const records = recordsIn(site);
  index = prepare(records);
  const folder = `${DATA}${records.text}/`;
  text = await openText(server.url + folder, () => import(join(site, folder, 'pagefind.js')));
});

after(async () => {
  await server.close();
  for (const folder of sites) rmSync(folder, { recursive: true });
});

async function ask(words: string): Promise<Answer> {
  const query = queryOf(words);
  const found = await findAll(index, text, query, findNames(index, query));
  return answerOf(index, found, { text: words, chosen: NOTHING_CHOSEN, limit: 20 });
}
const first = async (words: string) => (await ask(words)).items[0]?.name;

test('every record is written, without a fragment a record', () => {
  const tools = Object.values(SAMPLE).flatMap(({ tools }) => Object.keys(tools));
  assert.equal(built.records, tools.length + Object.keys(SAMPLE).length + ATTACKS.length);
  assert.equal(index.size, built.records);
  assert.equal(filesOf(site).length, built.files);
  assert.ok(!filesOf(site).some((file) => file.includes('fragment')));
});

test('the same catalogue gives the same files', async () => {
  const again = newSite();
  await buildSearch(sampleSearched(), again);
  const contents = (folder: string) =>
    filesOf(folder).map((file) => [file.slice(folder.length), readFileSync(file).toString('base64')]);
  assert.deepEqual(contents(again), contents(site));
});

test('a catalogue of one server can be searched', async () => {
  const one = catalogueOfShort({ one: { title: 'One', tools: { ping: 'Answers.' } } });
  const small = newSite();
  await buildSearch({ catalogue: one, attacks: [] }, small);
  assert.deepEqual(recordsIn(small).names, [['ping']]);
});

test('what a sentence says is found, in other forms of its words too, each record by its own number', async () => {
  assert.equal(await first('abbreviations'), '/api/abbr');
  assert.equal(await first('recycling storage'), 'empty');
  assert.equal(await first('questions about weather'), '高德天气查询助手');
});

test('names stay above sentences, and nothing that was shown moves', async () => {
  for (const words of ['bucket', 'issue', 'create', 'github', 'delete']) {
    const names = findNames(index, queryOf(words)).records;
    const all = (await findAll(index, text, queryOf(words), { records: names })).records;
    assert.deepEqual(all.slice(0, names.length), names, words);
    assert.equal(new Set(all).size, all.length);
  }
});

test('a misspelt word is read as the nearest one, and known words are left alone', async () => {
  const misspelt = await ask('gihtub');
  assert.equal(misspelt.instead, 'github');
  assert.equal(misspelt.items[0]?.name, 'GitHub MCP Server');
  assert.equal((await ask('delet bukcet')).items[0]?.name, 'delete_bucket');
  assert.equal((await ask('creteissue')).items[0]?.name, 'create_issue');
  assert.equal((await ask('recycled')).instead, undefined);
});

test('a word that nothing has finds nothing, and some words of several are better than none', async () => {
  assert.equal((await ask('zzzqqq')).total, 0);
  const some = await ask('delete bucket quickly tomorrow');
  assert.equal(some.partial, true);
  assert.equal(some.items[0]?.name, 'delete_bucket');
});

test('each record has its sentence', async () => {
  const sentences = openSentences(`${server.url}${DATA}${index.records.text}/`);
  const all = await sentences([...index.names.keys()]);
  const bySummary = new Map(index.names.map((name, record) => [name, all[record]]));
  for (const { tools } of Object.values(SAMPLE))
    for (const [name, summary] of Object.entries(tools)) assert.equal(bySummary.get(name), summary);
  for (const { title, summary } of ATTACKS) assert.equal(bySummary.get(title), summary);
  assert.deepEqual(await sentences([99999]), ['']);
});

test('the full-text index knows words, their beginnings and their other forms', async () => {
  for (const word of ['abbreviation', 'abbrev', 'recycles']) assert.ok(await text.knows(word), word);
  for (const word of ['abbreviationx', 'zzz', 'rezycled']) assert.ok(!(await text.knows(word)), word);
});

test('an attack is found by its ids at once, and by the prose of its page', async () => {
  const [relay, mail] = ATTACKS as [(typeof ATTACKS)[0], (typeof ATTACKS)[0]];
  for (const words of ['CVE-2031-1234', 'cve 2031 1234', 'GHSA-aaaa-bbbb-cccc', 'relay-login-injection'])
    assert.equal(await first(words), relay.title, words);
  assert.equal(await first('parsed hastily'), relay.title);
  assert.equal(await first('relay 1234'), relay.title);
  assert.equal(await first('quietlaek'), mail.title);
  assert.equal(await first('owasp llm01'), mail.title);
  assert.equal((await ask('example.com/x')).total, 0);
});
