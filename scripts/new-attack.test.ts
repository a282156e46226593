import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

const out = mkdtempSync(join(tmpdir(), 'new-attack-'));
after(() => rmSync(out, { recursive: true }));

const run = (...args: string[]) =>
  spawnSync(process.execPath, ['scripts/new-attack.ts', ...args], { encoding: 'utf8' });

test('writes an entry and a proof, and never over them', () => {
  assert.equal(run('acme-ssrf', '--out', out, '--date', '2026-11-20').status, 0);
  const entry = readFileSync(join(out, 'attacks/acme-ssrf.md'), 'utf8');
  assert.match(entry, /^created: 2026-11-20$/m);
  assert(existsSync(join(out, 'proofs/acme-ssrf.json')));
  const again = run('acme-ssrf', '--out', out, '--title', 'Another');
  assert.equal(again.status, 1);
  assert.match(again.stderr, /there already/);
  assert.equal(readFileSync(join(out, 'attacks/acme-ssrf.md'), 'utf8'), entry);
});

test('writes no proof where none is wanted', () => {
  assert.equal(run('acme-login', '--out', out, '--no-proof', '--kind', 'technique').status, 0);
  assert(!existsSync(join(out, 'proofs/acme-login.json')));
});

for (const args of [
  [],
  ['Bad_Id'],
  ['a', 'b'],
  ['a', '--kind', 'rumour'],
  ['a', '--date', 'today'],
  ['a', '--bogus'],
])
  test(`answers ${JSON.stringify(args)} with its usage`, () => {
    const { status, stderr } = run(...args, '--out', out);
    assert.equal(status, 2);
    assert.match(stderr, /Usage:/);
  });

test('explains itself', () => {
  const { status, stdout } = run('--help');
  assert.equal(status, 0);
  assert.match(stdout, /^Usage:/);
});
