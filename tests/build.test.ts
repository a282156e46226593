import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { filesOf } from './site/pages.ts';

const FIXTURE = 'tests/fixture/content';
let folder = '';

before(() => {
  mkdirSync('.cache', { recursive: true });
  folder = mkdtempSync('.cache/build-');
});
after(() => rmSync(folder, { recursive: true, force: true }));

const build = (content: string, out: string) =>
  spawnSync(process.execPath, ['scripts/build.ts', '--content', content, '--out', out], { encoding: 'utf8' });

const bytesOf = (site: string) =>
  new Map(filesOf(site).map((file) => [file, readFileSync(join(site, file)).toString('base64')]));

test('the same content gives the same bytes', () => {
  const [first, second] = ['first', 'second'].map((name) => join(folder, name)) as [string, string];
  for (const out of [first, second]) {
    const { status, stderr } = build(FIXTURE, out);
    assert.equal(status, 0, stderr);
  }
  const [a, b] = [bytesOf(first), bytesOf(second)];
  assert.deepEqual([...a.keys()].sort(), [...b.keys()].sort());
  assert.deepEqual(
    [...a].filter(([file, bytes]) => b.get(file) !== bytes).map(([file]) => file),
    [],
  );
  assert.ok(
    [...a.keys()].some((file) => file.startsWith('search/data/')),
    'the index of the search is there',
  );
});

test('an invalid catalogue is told whole, and leaves the earlier site as it was', () => {
  const content = join(folder, 'content');
  const site = join(folder, 'first');
  const before = bytesOf(site);
  cpSync(FIXTURE, content, { recursive: true });
  writeFileSync(join(content, 'servers/Bad Name.json'), '{ "name": 1 }');
  writeFileSync(join(content, 'servers/broken.json'), '{');
  const { status, stderr } = build(content, site);
  assert.equal(status, 1);
  for (const told of [
    'servers/broken.json',
    'servers/Bad Name.json',
    'Rename the file',
    '/name',
    'nothing was built',
  ])
    assert.ok(stderr.includes(told), `${told} is not in:\n${stderr}`);
  assert.deepEqual(bytesOf(site), before);
  assert.ok(!existsSync(`${site}.new`));
});
