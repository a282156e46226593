import type { Attack } from '../model/attack.ts';
import { Proof } from '../model/proof.ts';
import type { AttackContent } from './read.ts';

/** A whole entry for tests, with some of its fields changed. */
export const anAttack = (changes: Partial<Attack> = {}): Attack => ({
  id: 'acme-fetch-ssrf',
  title: 'Acme fetches internal addresses',
  summary: 'The fetch tool of Acme takes any address.',
  kind: 'vulnerability',
  disclosed: '2026-01-05',
  disclosedSourced: true,
  created: '2026-01-06',
  modified: '2026-01-07',
  severity: 'high',
  severityBasis: 'editorial',
  category: 'data-exfiltration',
  secondaryCategories: [],
  toolCategories: ['read'],
  signals: ['takes_url', 'makes_network_request'],
  cves: [],
  ghsas: [],
  cvss: [],
  affected: [],
  mappings: {
    cwe: { basis: 'source', ids: ['CWE-918'] },
    'owasp-mcp': { basis: 'editorial', ids: ['MCP10:2025'] },
    'owasp-llm': { basis: 'editorial', ids: [] },
    'owasp-agentic': { basis: 'editorial', ids: ['ASI02'] },
    atlas: { basis: 'editorial', ids: ['AML.T0053'] },
  },
  flow: [{ text: 'The agent fetches an internal address' }],
  trace: 'none',
  policy: {
    verdict: 'stops',
    point: 'host-hook',
    why: 'A list of hosts.',
    controls: [{ control: 'url-host-allowlist', layer: 'call', rule: 'Known hosts' }],
  },
  related: [],
  confidence: 'verified',
  evidence: 'primary',
  unverified: [],
  notes: [],
  references: [{ url: 'https://example.com/acme', reading: 'read', supports: 'All of it' }],
  sections: [{ id: 'happened', heading: 'What happened', markdown: 'It fetched.' }],
  ...changes,
});

const fetch = (url: string, outcome: 'allow' | 'deny', rule?: string) => ({
  tool: 'fetch',
  args: { url },
  origin: 'ours',
  expect: { outcome, ...(rule && { rule }) },
});

/** The JSON of a proof that holds: a list of hosts, needed by an attack on a metadata service. */
export const aProofFile = () => ({
  about: 'Pages of one host.',
  servers: [{ name: 'acme', tools: ['fetch', 'post'], origin: 'ours' }],
  policy: {
    version: '1',
    default: 'deny',
    tools: {
      fetch: {
        require: [{ conditions: [{ path: 'args.url', op: 'regex', value: '^https://example\\.com/' }] }],
      },
    },
  },
  sequences: [
    {
      kind: 'hostile',
      title: 'The metadata service.',
      calls: [fetch('http://169.254.169.254/', 'deny', '/tools/fetch/require/args.url-regex')],
    },
    {
      kind: 'hostile',
      title: 'Another tool.',
      calls: [
        { tool: 'post', args: {}, origin: 'ours', expect: { outcome: 'deny', rule: '(default deny)' } },
      ],
    },
    { kind: 'benign', title: 'A page.', calls: [fetch('https://example.com/a', 'allow')] },
  ],
});

export type ProofFile = ReturnType<typeof aProofFile>;

/** That proof, parsed, after a change to its JSON. */
export function aProof(change: (file: ProofFile) => void = () => {}): Proof {
  const file = aProofFile();
  change(file);
  return Proof.parse(file);
}

/** The content of a folder that holds these entries and proofs. */
export const contentOf = (attacks: Attack[], proofs: Record<string, Proof> = {}): AttackContent => ({
  attacks: new Map(attacks.map((attack) => [attack.id, attack])),
  broken: new Map(),
  proofs: new Map(Object.entries(proofs)),
  problems: [],
});
