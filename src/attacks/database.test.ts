import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { InvalidInput } from '../model/problem.ts';
import { attacksFolder, provedAttacks } from './database.ts';
import { aProofFile } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'attacks-'));
after(() => rmSync(folder, { recursive: true }));

/** A content folder of its own, with these files. */
function folderOf(name: string, files: Record<string, string>): string {
  const root = join(folder, name);
  mkdirSync(root);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
}

const entry = readFileSync('content/attacks/python-sdk-validation-dos.md', 'utf8');
const ID = 'python-sdk-validation-dos';

test('a folder without attacks is an empty database', async () => {
  const { attacks, runs } = await provedAttacks(folderOf('empty', {}));
  assert.equal(attacks.size + runs.size, 0);
});

test('an entry of a folder is there, with its id from the file name', async () => {
  const { attacks, find } = await provedAttacks(folderOf('one', { [`attacks/${ID}.md`]: entry }));
  assert.equal(attacks.get(ID)?.id, ID);
  assert.deepEqual(find({ category: 'read', signals: ['pays'] }), []);
});

test('every fault of every file is told at once', async () => {
  const broken = folderOf('broken', {
    'attacks/Bad_Name.md': entry,
    'attacks/no-front-matter.md': '# Title\n',
    [`attacks/${ID}.md`]: entry
      .replace('category: ', 'category: un')
      .replace('## How', 'A <b>tag</b>.\n\n## How'),
    'proofs/not-json.json': '{',
    'proofs/no-such-entry.json': JSON.stringify(aProofFile()),
    [`proofs/${ID}.json`]: JSON.stringify(aProofFile()).replace('"allow"', '"deny","rule":"(hidden)"'),
  });
  await assert.rejects(provedAttacks(broken), (error) => {
    assert(error instanceof InvalidInput);
    const told = (file: string, found: RegExp) =>
      assert(
        error.problems.some((problem) => problem.file === file && found.test(problem.found)),
        `${file} ${found} among\n${error.message}`,
      );
    told('attacks/Bad_Name.md', /file name/);
    told('attacks/no-front-matter.md', /no front matter/);
    told(`attacks/${ID}.md`, /unspend/);
    told(`attacks/${ID}.md`, /HTML/);
    told('proofs/not-json.json', /JSON/);
    told('proofs/no-such-entry.json', /no attacks/);
    told(`proofs/${ID}.json`, /"benign"|calls|\[/);
    return true;
  });
});

test('front matter that does not fit hides neither its unknown ids nor that there is an entry', async () => {
  const changed = entry
    .replace('severity: ', 'severity: very-')
    .replace('category: ', 'category: un')
    .replace(/^related: .*$/m, 'related: [no-such-entry, 7]')
    .replace(/^signals: \[/m, 'signals: [pay_s, 8, ');
  const root = folderOf('half', {
    [`attacks/${ID}.md`]: changed,
    'attacks/other.md': entry.replace(/^related: .*$/m, `related: [${ID}]`),
    [`proofs/${ID}.json`]: JSON.stringify(aProofFile()),
  });
  await assert.rejects(provedAttacks(root), (error) => {
    assert(error instanceof InvalidInput);
    const pointers = (file: string) =>
      error.problems.filter((problem) => problem.file === file).map(({ pointer }) => pointer);
    const expected = ['/severity', '/category', '/signals/0', '/signals/1', '/related/0', '/related/1'];
    assert.deepEqual(pointers(`attacks/${ID}.md`).sort(), expected.sort());
    assert.deepEqual([...pointers('attacks/other.md'), ...pointers(`proofs/${ID}.json`)], []);
    return true;
  });
});

test('a proof that does not hold keeps the database from loading', async () => {
  const attack = entry
    .replace('point: server-front-proxy', 'point: host-hook')
    .replace('verdict: limits', 'verdict: stops');
  const proof = aProofFile();
  proof.policy.tools.fetch.require = [];
  const root = folderOf('unproved', {
    [`attacks/${ID}.md`]: attack,
    [`proofs/${ID}.json`]: JSON.stringify(proof),
  });
  await assert.rejects(provedAttacks(root), /allow for "fetch"/);
});

test('a catalogue without attacks takes the public database, and one with attacks its own', () => {
  const own = folderOf('own', { [`attacks/${ID}.md`]: entry });
  assert.equal(attacksFolder(own), own);
  assert.equal(attacksFolder(join(folder, 'no-such-folder')), 'content');
});
