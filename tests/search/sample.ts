import { anAttack } from '../../src/attacks/testing.ts';
import { type Catalogue, catalogueOf } from '../../src/catalogue/catalogue.ts';
import type { Attack } from '../../src/model/attack.ts';
import type { Server } from '../../src/model/server.ts';
import type { Searched } from '../../src/search/records-of.ts';

/** A server in short: its title, and its tools with what they do. */
export interface Short {
  title: string;
  tools: Record<string, string>;
  topic?: string;
  /** How many sources list it. */
  sources?: number;
}

const serverOf = (id: string, { title, tools, topic, sources = 1 }: Short): Server => ({
  name: id,
  title,
  package: { registry: 'npm', name: id },
  sources: [...Array(sources).keys()].map((place) => `source/${place}`),
  ...(topic && { topic }),
  tools: Object.entries(tools).map(([name, summary]) => ({ name, summary })),
});

/** A catalogue for tests, by server id. */
export const catalogueOfShort = (servers: Record<string, Short>): Catalogue =>
  catalogueOf({
    servers: new Map(Object.entries(servers).map(([id, short]) => [id, serverOf(id, short)])),
    unscanned: {},
    corrections: [],
    sources: { taken: '2026-01-01', sources: {} },
    site: { url: 'https://callwarden.example' },
    problems: [],
  });

const ISSUES = {
  create_issue: 'Opens an issue in a repository.',
  create_issue_comment: 'Adds a comment to an issue.',
  list_issues: 'Lists the issues of a repository.',
};

/** Two trackers, a copy of one of them, a store, and names of every odd kind. */
export const SAMPLE: Record<string, Short> = {
  gitea: { title: 'Gitea', tools: { createIssue: 'Opens an issue.' }, topic: 'version-control' },
  github: { title: 'GitHub MCP Server', tools: ISSUES, topic: 'version-control', sources: 3 },
  'github-copy': { title: 'GitHub', tools: ISSUES, topic: 'version-control' },
  store: {
    title: 'Object Store',
    tools: {
      delete_bucket: 'Deletes an empty bucket for good.',
      put_object: 'Uploads a file to a bucket.',
      empty: 'Removes every object, so that the storage can be recycled.',
    },
    topic: 'files',
    sources: 2,
  },
  odd: {
    title: 'Odd names 达梦',
    tools: {
      '!pg': 'Prints a page.',
      '/api/abbr': 'Explains an abbreviation.',
      '${PREFIX}_make_request': 'Sends a request.',
      高德天气查询助手: 'Answers questions about the weather.',
      __proto__x: 'Nothing.',
      '+++': 'Adds three times.',
    },
  },
};

export const sampleCatalogue = (): Catalogue => catalogueOfShort(SAMPLE);

const NO_IDS = { cwe: { basis: 'source', ids: [] } } as unknown as Attack['mappings'];

/** Attacks: one with advisories on a product, one with a name of its own, one whose title starts as a tool's name. */
export const ATTACKS: readonly Attack[] = [
  anAttack({
    id: 'relay-login-injection',
    title: 'Relay runs commands from a login page',
    summary: 'The address of a login page reaches a shell.',
    severity: 'critical',
    cves: ['CVE-2031-1234'],
    ghsas: ['GHSA-aaaa-bbbb-cccc'],
    affected: [{ product: 'acme-relay (npm)' }],
    mappings: { ...NO_IDS, cwe: { basis: 'source', ids: ['CWE-78'] } },
    sections: [
      {
        id: 'happened',
        heading: 'What happened',
        markdown: 'A [page](https://example.com/x) was `parsed` hastily.',
      },
      { id: 'works', heading: 'How it works', markdown: '- Backticks end the word.\n- Then a shell runs.' },
    ],
  }),
  anAttack({
    id: 'quietleak-mailbox',
    title: 'A mail makes an assistant leak data',
    summary: 'QuietLeak needs no click.',
    severity: 'high',
    mappings: { ...NO_IDS, 'owasp-llm': { basis: 'editorial', ids: ['LLM01:2025'] } },
    policy: { ...anAttack().policy, verdict: 'limits' },
  }),
  anAttack({
    id: 'issue-flood',
    title: 'Create issue after issue',
    summary: 'An agent fills a tracker.',
    severity: 'low',
    mappings: { ...NO_IDS, cwe: { basis: 'source', ids: ['CWE-770'] } },
    policy: { ...anAttack().policy, verdict: 'does-not-stop', point: 'none' },
  }),
];

/** The sample with its attacks. */
export const sampleSearched = (): Searched => ({ catalogue: sampleCatalogue(), attacks: ATTACKS });
