import { stringify } from 'yaml';
import type { AttackKind } from '../model/attack.ts';
import { EnforcementPoint, Severity, Trace, Verdict } from '../model/attack.ts';
import { CategoryId } from '../model/category.ts';
import { KNOWN_IDS } from './known.ts';
import { ATTACK_CATEGORIES, headingsOf } from './taxonomy.ts';

/** Stands where an author has to choose; no check accepts it, so `npm run check` lists what is still to do. */
const CHOOSE = 'CHOOSE';

/** What the author has decided before writing. */
export interface NewAttack {
  id: string;
  title: string;
  kind: AttackKind;
  /** The day on which the entry is written, as an ISO date. */
  day: string;
}

const hint = (words: Iterable<string>) => ` # ${[...words].join(', ')}`;

/** The front matter in the order of the schema, with the words to choose from beside each choice. */
const frontMatter = ({ title, kind, day }: NewAttack): string =>
  [
    stringify({ title }).trimEnd(),
    'summary: ""',
    `kind: ${kind}`,
    `disclosed: ${day} # the CVE record or the first report; 2026-11 or "2026" where no source gives more`,
    'disclosedSourced: true # false where no source that you read gives the date',
    `created: ${day}`,
    `modified: ${day}`,
    `severity: ${CHOOSE}${hint(Severity.options)}`,
    'severityBasis: editorial # cvss, where cvss has a score',
    `category: ${CHOOSE}${hint(ATTACK_CATEGORIES.keys())}`,
    'secondaryCategories: []',
    `toolCategories: []${hint(CategoryId.options)}`,
    `signals: [] # ids of content/taxonomy/capabilities.json`,
    'cves: []',
    'ghsas: []',
    'cvss: [] # - {score: 7.5, version: "3.1", source: CVE record}',
    'affected: [] # - {product: name, versions: < 1.2, fixed: "1.2"}',
    'mappings: # ids of content/taxonomy/frameworks.json; basis: source, or editorial where they are yours',
    ...[...KNOWN_IDS.frameworks.keys()].map((id) => `  ${id}: {basis: editorial, ids: []}`),
    'flow: # one step an item; give the call where the step is one',
    '  - text: ""',
    `trace: ${CHOOSE}${hint(Trace.options)}`,
    'policy:',
    `  verdict: ${CHOOSE}${hint(Verdict.options)}`,
    `  point: ${CHOOSE}${hint(EnforcementPoint.options)}`,
    '  why: ""',
    '  controls: [] # - {control: arg-allowlist, layer: call, rule: what it says here}',
    'related: []',
    'confidence: verified # partial, where unverified lists something',
    `evidence: ${CHOOSE} # primary, secondary`,
    'unverified: [] # what is told elsewhere and no source that you read supports',
    'notes: [] # where sources disagree or are easily misread',
    'references: [] # - {url: https://…, reading: read, supports: what of this entry}',
  ].join('\n');

/** The text of a new entry: everything that a schema can ask for, and the five headings with nothing under them. */
export const scaffoldEntry = (attack: NewAttack): string =>
  [
    '---',
    frontMatter(attack),
    '---',
    '',
    ...[...headingsOf(attack.kind).values()].map((heading) => `## ${heading}\n`),
  ].join('\n');

const placeholderCall = (outcome: 'allow' | 'deny') => ({
  tool: CHOOSE,
  args: {},
  origin: 'ours',
  expect: outcome === 'allow' ? { outcome } : { outcome, rule: '(default deny)' },
});

/** A new proof: a policy that denies everything, a hostile sequence and a benign twin to fill in. */
export const scaffoldProof = (): string =>
  `${JSON.stringify(
    {
      $schema: '../../public/schemas/proof.schema.json',
      about: '',
      servers: [{ name: CHOOSE, tools: ['tool_of_the_server'], origin: 'ours' }],
      policy: { version: '1', description: '', default: 'deny', tools: {} },
      sequences: [
        { kind: 'hostile', title: '', calls: [placeholderCall('deny')] },
        { kind: 'benign', title: '', calls: [placeholderCall('allow')] },
      ],
    },
    null,
    2,
  )}\n`;
