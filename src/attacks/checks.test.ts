import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Attack } from '../model/attack.ts';
import type { Tool } from '../model/tool.ts';
import { CHECKS } from './checks.ts';
import { KNOWN_IDS } from './known.ts';
import type { AttackContent } from './read.ts';
import { anAttack, aProof, contentOf } from './testing.ts';

const problemsOf = (content: AttackContent) => CHECKS.flatMap(({ check }) => check(content, KNOWN_IDS));

const other = (changes: Partial<Attack> = {}) => anAttack({ id: 'other-entry', ...changes });
const mcp = { ...anAttack().policy, point: 'mcp-proxy' as const };
const none = { ...anAttack().policy, point: 'none' as const, verdict: 'does-not-stop' as const };
const mappings = (framework: string, id: string) => ({
  ...anAttack().mappings,
  [framework]: { basis: 'source', ids: [id] },
});
const servers = (tools: Partial<Tool>[]) =>
  new Map([['acme', new Map(tools.map((tool) => [tool.name as string, tool as Tool]))]]);

test('a sound entry with a sound proof has no problem', () => {
  const content = contentOf([anAttack({ policy: mcp, related: ['other-entry'] }), other()], {
    'acme-fetch-ssrf': aProof(),
  });
  assert.deepEqual(problemsOf(content), []);
});

interface Fault {
  name: string;
  content: AttackContent;
  file: string;
  pointer: string;
  found: RegExp;
  remedy?: RegExp;
}

const ENTRY = 'attacks/acme-fetch-ssrf.md';
const PROOF = 'proofs/acme-fetch-ssrf.json';
const entry = (changes: Partial<Attack>) => contentOf([anAttack(changes)]);
const proof = (change: Parameters<typeof aProof>[0], attack: Partial<Attack> = { policy: mcp }) =>
  contentOf([anAttack(attack)], { 'acme-fetch-ssrf': aProof(change) });

const FAULTS: readonly Fault[] = [
  {
    name: 'an unknown category',
    content: entry({ category: 'prompt-injektion' }),
    file: ENTRY,
    pointer: '/category',
    found: /prompt-injektion/,
    remedy: /mean "prompt-injection"/,
  },
  {
    name: 'an unknown second category',
    content: entry({ secondaryCategories: ['tool-poison'] }),
    file: ENTRY,
    pointer: '/secondaryCategories/0',
    found: /tool-poison/,
  },
  {
    name: 'an unknown signal',
    content: entry({ signals: ['take_url'] }),
    file: ENTRY,
    pointer: '/signals/0',
    found: /take_url/,
    remedy: /mean "takes_url"/,
  },
  {
    name: 'an unknown control',
    content: entry({
      policy: { ...anAttack().policy, controls: [{ control: 'magic', layer: 'call', rule: 'No' }] },
    }),
    file: ENTRY,
    pointer: '/policy/controls/0/control',
    found: /magic/,
  },
  {
    name: 'an unknown CWE',
    content: entry({ mappings: mappings('cwe', 'CWE-99999') }),
    file: ENTRY,
    pointer: '/mappings/cwe/ids/0',
    found: /CWE-99999/,
  },
  {
    name: 'an unknown ATLAS id',
    content: entry({ mappings: mappings('atlas', 'AML.T9999') }),
    file: ENTRY,
    pointer: '/mappings/atlas/ids/0',
    found: /AML.T9999/,
  },
  {
    name: 'an unknown OWASP MCP id',
    content: entry({ mappings: mappings('owasp-mcp', 'MCP11:2025') }),
    file: ENTRY,
    pointer: '/mappings/owasp-mcp/ids/0',
    found: /MCP11/,
  },
  {
    name: 'an unknown related entry',
    content: entry({ related: ['nobody'] }),
    file: ENTRY,
    pointer: '/related/0',
    found: /nobody/,
  },
  {
    name: 'an entry related to itself',
    content: entry({ related: ['acme-fetch-ssrf'] }),
    file: ENTRY,
    pointer: '/related/0',
    found: /acme/,
  },
  {
    name: 'a CVE in two entries',
    content: contentOf([anAttack({ cves: ['CVE-2026-1111'] }), other({ cves: ['CVE-2026-1111'] })]),
    file: 'attacks/other-entry.md',
    pointer: '/cves/0',
    found: /acme-fetch-ssrf/,
  },
  {
    name: 'a CVE in two entries of which only one names the other',
    content: contentOf([
      anAttack({ cves: ['CVE-2026-1111'], related: ['other-entry'] }),
      other({ cves: ['CVE-2026-1111'] }),
    ]),
    file: 'attacks/other-entry.md',
    pointer: '/cves/0',
    found: /CVE-2026-1111/,
  },
  {
    name: 'a GHSA in two entries',
    content: contentOf([
      anAttack({ ghsas: ['GHSA-aaaa-bbbb-cccc'] }),
      other({ ghsas: ['GHSA-aaaa-bbbb-cccc'] }),
    ]),
    file: 'attacks/other-entry.md',
    pointer: '/ghsas/0',
    found: /GHSA/,
  },
  {
    name: 'a severity that is not that of the score',
    content: entry({ severityBasis: 'cvss', cvss: [{ score: 9.1, version: '3.1', source: 'CVE record' }] }),
    file: ENTRY,
    pointer: '/severity',
    found: /high by cvss, scores 9.1/,
  },
  {
    name: 'a severity by a score that is not there',
    content: entry({ severityBasis: 'cvss' }),
    file: ENTRY,
    pointer: '/severity',
    found: /none/,
  },
  {
    name: 'a verdict without a point',
    content: entry({ policy: { ...anAttack().policy, point: 'none' } }),
    file: ENTRY,
    pointer: '/policy/point',
    found: /stops at none/,
  },
  {
    name: 'a trace without a call',
    content: entry({ trace: 'reported' }),
    file: ENTRY,
    pointer: '/trace',
    found: /reported/,
  },
  {
    name: 'an unverified fact in a verified entry',
    content: entry({ unverified: ['The name.'] }),
    file: ENTRY,
    pointer: '/confidence',
    found: /verified with 1/,
  },
  {
    name: 'a change before the beginning',
    content: entry({ modified: '2025-12-31' }),
    file: ENTRY,
    pointer: '/modified',
    found: /2025-12-31/,
  },
  {
    name: 'a category given twice',
    content: entry({ secondaryCategories: ['data-exfiltration'] }),
    file: ENTRY,
    pointer: '/secondaryCategories',
    found: /data-exfiltration/,
  },
  {
    name: 'a verdict at the proxy without a proof',
    content: entry({ policy: mcp }),
    file: ENTRY,
    pointer: '/policy/verdict',
    found: /without proofs/,
  },
  {
    name: 'a proof without an entry',
    content: contentOf([], { 'acme-fetch-ssrf': aProof() }),
    file: PROOF,
    pointer: '',
    found: /no attacks/,
  },
  {
    name: 'a proof of an attack that no policy sees',
    content: proof(() => {}, { policy: none }),
    file: PROOF,
    pointer: '',
    found: /never sees/,
  },
  {
    name: 'a call to a tool that no server offers',
    content: proof((file) => {
      file.sequences[0]!.calls[0]!.tool = 'fetsh';
    }),
    file: PROOF,
    pointer: '/sequences/0/calls/0',
    found: /no server of the proof offers: the policy never sees it/,
    remedy: /mean "fetch"/,
  },
  {
    name: 'a call to a tool that two servers offer',
    content: proof((file) => {
      file.servers.push({ name: 'twin', tools: ['fetch'], origin: 'ours' });
    }),
    file: PROOF,
    pointer: '/sequences/0/calls/0',
    found: /several servers offer/,
  },
  {
    name: 'a message of the protocol as a call',
    content: proof((file) => {
      file.sequences[0]!.calls[0]!.tool = 'tools/list';
    }),
    file: PROOF,
    pointer: '/sequences/0/calls/0',
    found: /message of the protocol/,
  },
  {
    name: 'a policy for a tool that no server offers',
    content: proof((file) => {
      file.servers[0]!.tools = ['post', 'fetch2'];
      file.sequences[0]!.calls[0]!.tool = 'fetch2';
      file.sequences[2]!.calls[0]!.tool = 'fetch2';
    }),
    file: PROOF,
    pointer: '/policy/tools/fetch',
    found: /"fetch"/,
  },
  {
    name: 'a limited attack of which nothing remains',
    content: proof(() => {}, { policy: { ...mcp, verdict: 'limits' } }),
    file: PROOF,
    pointer: '/sequences',
    found: /nothing remains/,
  },
  {
    name: 'an unknown control that is missing',
    content: proof((file) => {
      Object.assign(file, { beyond: [{ control: 'magic', missing: 'All of it.', takes: 'A wand.' }] });
    }),
    file: PROOF,
    pointer: '/beyond/0/control',
    found: /magic/,
  },
  {
    name: 'a server that the catalogue does not have',
    content: {
      ...proof((file) => {
        Object.assign(file.servers[0]!, { catalogue: 'nobody' });
      }),
      servers: servers([]),
    },
    file: PROOF,
    pointer: '/servers/0/catalogue',
    found: /nobody/,
  },
  {
    name: 'a tool that the catalogue does not have',
    content: {
      ...proof((file) => {
        Object.assign(file.servers[0]!, { catalogue: 'acme', origin: 'catalogue' });
      }),
      servers: servers([{ name: 'fetch' }, { name: 'posts' }]),
    },
    file: PROOF,
    pointer: '/servers/0/tools/1',
    found: /"post"/,
    remedy: /mean "posts"/,
  },
  {
    name: 'a benign call with an argument that the tool does not take',
    content: {
      ...proof((file) => {
        Object.assign(file.servers[0]!, { catalogue: 'acme' });
      }),
      servers: servers([{ name: 'fetch', inputSchema: { properties: { uri: {} }, required: ['uri'] } }]),
    },
    file: PROOF,
    pointer: '/sequences/2/calls/0/args',
    found: /unknown argument "url"/,
  },
  {
    name: 'a benign call without an argument that the tool needs',
    content: {
      ...proof((file) => {
        Object.assign(file.servers[0]!, { catalogue: 'acme' });
      }),
      servers: servers([
        { name: 'fetch', inputSchema: { properties: { url: {}, key: {} }, required: ['key'] } },
      ]),
    },
    file: PROOF,
    pointer: '/sequences/2/calls/0/args',
    found: /no "key"/,
  },
];

for (const { name, content, file, pointer, found, remedy } of FAULTS)
  test(`${name} is told with file, pointer and remedy`, () => {
    const told = problemsOf(content).find((problem) => problem.file === file && problem.pointer === pointer);
    assert(told, JSON.stringify(problemsOf(content)));
    assert.match(told.found, found);
    assert.notEqual(told.expected, '');
    assert.match(told.remedy, remedy ?? /\w/);
  });

test('a CVE in two entries that name each other is no fault', () => {
  const content = contentOf([
    anAttack({ cves: ['CVE-2026-1111'], related: ['other-entry'] }),
    other({ cves: ['CVE-2026-1111'], related: ['acme-fetch-ssrf'] }),
  ]);
  assert.deepEqual(problemsOf(content), []);
});

test('a hostile call may have arguments that the tool does not take', () => {
  const content = {
    ...proof((file) => {
      Object.assign(file.servers[0]!, { catalogue: 'acme' });
      Object.assign(file.sequences[0]!.calls[0]!.args, { sidenote: 'secret' });
    }),
    servers: servers([{ name: 'fetch', inputSchema: { properties: { url: {} } } }]),
  };
  assert.deepEqual(problemsOf(content), []);
});

test('every check has a name of its own and says what it sees to', () => {
  assert.equal(new Set(CHECKS.map(({ name }) => name)).size, CHECKS.length);
  for (const { description } of CHECKS) assert.match(description, /^[A-Z].*\.$/);
});
