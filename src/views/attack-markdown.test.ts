import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attackFinder } from '../attacks/match.ts';
import { proveAll } from '../attacks/prove.ts';
import { anAttack, aProof, type ProofFile } from '../attacks/testing.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Attack } from '../model/attack.ts';
import type { Proof } from '../model/proof.ts';
import { attackMarkdown } from './attack-markdown.ts';
import { attackPage } from './attack-page.ts';

const SITE = 'https://site.example';
const catalogue = { site: { url: SITE }, servers: new Map() } as unknown as Catalogue;

/** The Markdown of one attack, with its proof where it has one. */
async function markdownOf(attack: Attack, proof?: Proof): Promise<string> {
  const attacks = new Map([[attack.id, attack]]);
  const proofs = new Map(proof && [[attack.id, proof]]);
  const database = { attacks, proofs, runs: await proveAll(proofs), find: attackFinder([attack]) };
  return attackMarkdown(attackPage(attack, database, catalogue, undefined), SITE);
}

const headings = (text: string) => [...text.matchAll(/^#{1,4} .*$/gm)].map(([line]) => line);

/** How many cells each row of each table has. */
const widths = (text: string) =>
  text
    .split('\n\n')
    .filter((block) => block.startsWith('|'))
    .map((table) => table.split('\n').map((row) => row.split(/(?<!\\)\|/).length));

test('an attack without a proof says what happened and has no policy', async () => {
  const text = await markdownOf(anAttack());
  assert.deepEqual(headings(text), [
    '# Acme fetches internal addresses',
    '## On record',
    '## What happened',
    '## Tools of the catalogue that it concerns',
    '## In other frameworks',
    '## References',
  ]);
  assert.doesNotMatch(text, /undefined|```/);
});

test('a proof brings the policy, each call as a row, and what each rule is for', async () => {
  const text = await markdownOf(anAttack(), aProof());
  assert.match(text, /^```json\n\{\n {2}"version": "1",/m);
  assert.match(text, /^\| 1 \| `post` \(illustration\) \| {2}\| deny \| `\(default deny\)` \|/m);
  assert.match(text, /^\| `\/default` \| The attack passes \| Another tool\. \|$/m);
  assert.deepEqual(
    headings(text).filter((line) => line.startsWith('###')),
    [
      '### The attack, stopped',
      '#### The metadata service. Stopped.',
      '#### Another tool. Stopped.',
      '### Work that goes on',
      '#### A page. It passes.',
    ],
  );
});

test('addresses of this site are whole, and those of others as written', async () => {
  const text = await markdownOf(anAttack({ cves: ['CVE-2025-6514'] }));
  assert.match(text, /\]\(https:\/\/site\.example\/attacks\/category\/data-exfiltration\/\)/);
  assert.match(text, /\[CVE-2025-6514\]\(https:\/\/www\.cve\.org\/CVERecord\?id=CVE-2025-6514\)/);
});

const HOSTILE = '<b>|`x`\n\n# y [z](https://evil.example/)';

/** A proof whose tool and texts try to be markup. */
const hostileProof = (file: ProofFile) => {
  const [first, second] = file.sequences;
  if (first) first.title = 'a|b *c*';
  for (const call of second?.calls ?? []) call.tool = HOSTILE;
  file.servers[0]?.tools.push(HOSTILE);
};

test('text that would be markup is shown as written, and breaks no table', async () => {
  const changes = { title: 'A # <b>', notes: ['[x](https://evil.example/)'], affected: [{ product: 'a|b' }] };
  const text = await markdownOf(anAttack(changes), aProof(hostileProof));
  assert.match(text, /^# A \\# \\<b\\>$/m);
  assert.match(text, /^- \\\[x\\\]\(https:/m);
  assert.match(text, /^#### a\|b \\\*c\\\* Stopped\.$/m);
  assert.match(text, /``<b>\\\|`x` # y \[z\]\(https:\/\/evil\.example\/\)``/);
  for (const [head, ...rows] of widths(text)) assert.ok(rows.every((width) => width === head));
});
