import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AttackFacts, holdsHtml } from '../model/attack.ts';
import { problemsOf } from '../model/problem.ts';
import { anAttack } from './testing.ts';

const { id: _, sections: __, ...facts } = anAttack();

test('a whole entry is accepted as it is', () => {
  assert.deepEqual(AttackFacts.parse(facts), facts);
});

const FAULTS: readonly [string, (entry: Record<string, unknown>) => void, string, RegExp][] = [
  ['an unknown key', (e) => (e.author = 'me'), '', /only the keys/],
  ['a missing key', (e) => delete e.kind, '/kind', /one of/],
  ['an unknown kind', (e) => (e.kind = 'rumour'), '/kind', /one of "incident"/],
  ['a day that does not exist', (e) => (e.disclosed = '2026-02-30'), '/disclosed', /calendar/],
  ['a year as a number', (e) => (e.disclosed = 2026), '/disclosed', /string/],
  ['a created month', (e) => (e.created = '2026-11'), '/created', /a date such as/],
  ['HTML in prose', (e) => (e.summary = 'See <b>this</b>.'), '/summary', /without HTML/],
  ['an HTML comment in prose', (e) => (e.summary = 'Hidden <!-- here'), '/summary', /without HTML/],
  ['two paragraphs in one text', (e) => (e.summary = 'One.\n\nTwo.'), '/summary', /one paragraph/],
  ['an odd CVE', (e) => (e.cves = ['CVE-25-1']), '/cves/0', /CVE-2025/],
  ['a CVE twice', (e) => (e.cves = ['CVE-2025-6514', 'CVE-2025-6514']), '/cves', /repetitions/],
  ['an odd GHSA', (e) => (e.ghsas = ['GHSA-1']), '/ghsas/0', /GHSA-/],
  [
    'a score over ten',
    (e) => (e.cvss = [{ score: 11, version: '3.1', source: 'CVE' }]),
    '/cvss/0/score',
    /10/,
  ],
  ['no signal', (e) => (e.signals = []), '/signals', /at least one/],
  ['no reference', (e) => (e.references = []), '/references', /at least one/],
  [
    'a reference without a URL',
    (e) => (e.references = [{ reading: 'read', supports: 'it' }]),
    '/references/0/url',
    /string/,
  ],
  [
    'a reference to a file',
    (e) => (e.references = [{ url: 'file:///etc', reading: 'read', supports: 'it' }]),
    '/references/0/url',
    /URL/,
  ],
  [
    'a read reference that supports nothing',
    (e) => (e.references = [{ url: 'https://example.com/', reading: 'read' }]),
    '/references/0/supports',
    /supports/,
  ],
  [
    'a framework left out',
    (e) => delete (e.mappings as Record<string, unknown>).atlas,
    '/mappings/atlas',
    /object/,
  ],
  [
    'an unknown framework',
    (e) => ((e.mappings as Record<string, unknown>).nist = {}),
    '/mappings',
    /only the keys/,
  ],
  [
    'an unknown enforcement point',
    (e) => ((e.policy as Record<string, unknown>).point = 'proxy'),
    '/policy/point',
    /mcp-proxy/,
  ],
];

for (const [name, change, pointer, expected] of FAULTS)
  test(`${name} is told with its place`, () => {
    const entry = structuredClone(facts) as Record<string, unknown>;
    change(entry);
    const parsed = AttackFacts.safeParse(entry);
    assert(!parsed.success);
    const problems = problemsOf('attacks/x.md', entry, parsed.error);
    const told = problems.find((problem) => problem.pointer === pointer);
    assert(told, `${pointer} among ${problems.map((problem) => problem.pointer)}`);
    assert.match(told.expected, expected);
  });

const HTML: readonly [string, boolean][] = [
  ['a <b>bold</b> word', true],
  ['</p>', true],
  ['<img src=x onerror=y>', true],
  ['<!-- comment', true],
  ['no ; & | $ ( ) < > newline', false],
  ['versions < 1.2 and > 1.0', false],
  ['the tag `<script>` in code', false],
  ['a <- b', false],
];

for (const [text, expected] of HTML)
  test(`${text} ${expected ? 'holds' : 'holds no'} HTML`, () => assert.equal(holdsHtml(text), expected));
