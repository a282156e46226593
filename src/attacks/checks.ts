import type { Attack, FrameworkId, Severity } from '../model/attack.ts';
import type { Problem } from '../model/problem.ts';
import { CATALOGUE_CHECKS } from './catalogue-checks.ts';
import { entryFile } from './entry.ts';
import { ID_CHECKS } from './id-checks.ts';
import { PROOF_CHECKS } from './proof-checks.ts';
import type { AttackContent } from './read.ts';

/** The ids that entries may use. */
export interface KnownIds {
  categories: ReadonlySet<string>;
  controls: ReadonlySet<string>;
  signals: ReadonlySet<string>;
  frameworks: ReadonlyMap<FrameworkId, ReadonlySet<string>>;
}

/** One rule over the whole database. */
export interface Check {
  name: string;
  /** What it sees to, in one sentence. */
  description: string;
  check(content: AttackContent, known: KnownIds): Problem[];
}

/** The entries that carry each advisory id. */
function byAdvisory(attacks: Iterable<Attack>): Map<string, { attack: Attack; pointer: string }[]> {
  const uses = [...attacks].flatMap((attack) => [
    ...attack.cves.map((id, index) => ({ id, attack, pointer: `/cves/${index}` })),
    ...attack.ghsas.map((id, index) => ({ id, attack, pointer: `/ghsas/${index}` })),
  ]);
  return Map.groupBy(uses, ({ id }) => id);
}

const advisories: Check = {
  name: 'advisories-once',
  description: 'Two entries with the same CVE or GHSA name each other as related.',
  check: ({ attacks }) =>
    [...byAdvisory(attacks.values())].flatMap(([id, [first, ...others]]) =>
      others
        .filter(({ attack }) => first && !linked(first.attack, attack))
        .map(({ attack, pointer }) => ({
          file: entryFile(attack.id),
          pointer,
          found: `${id}, which ${entryFile(first?.attack.id ?? '')} has too`,
          expected: 'each CVE and GHSA in one entry, or a cross-reference',
          remedy: 'Merge the entries, or add each to related of the other.',
        })),
    ),
};

const linked = (one: Attack, other: Attack) =>
  one.related.includes(other.id) && other.related.includes(one.id);

/** CVSS qualitative ratings: 9, 7 and 4 are the lowest scores of critical, high and medium (CVSS 3.1, section 5). */
const LOWEST_SCORE: readonly [number, Severity][] = [
  [9, 'critical'],
  [7, 'high'],
  [4, 'medium'],
  [0, 'low'],
];
const ratingOf = (score: number) => LOWEST_SCORE.find(([lowest]) => score >= lowest)?.[1] ?? 'low';

/** What must hold within one entry: what was found, where, and what is wrong with it. */
const WITHIN: readonly {
  holds: (attack: Attack) => boolean;
  pointer: string;
  found: (attack: Attack) => string;
  expected: string;
  remedy: string;
}[] = [
  {
    holds: (attack) =>
      (attack.severityBasis === 'cvss') === attack.cvss.length > 0 &&
      attack.cvss.slice(0, 1).every(({ score }) => ratingOf(score) === attack.severity),
    pointer: '/severity',
    found: ({ severity, severityBasis, cvss }) =>
      `${severity} by ${severityBasis}, scores ${cvss.map(({ score }) => score).join(', ') || 'none'}`,
    expected: 'the rating of the first CVSS score, or editorial where there is none',
    remedy: 'Correct severity, or severityBasis.',
  },
  {
    holds: ({ policy }) => (policy.verdict === 'does-not-stop') === (policy.point === 'none'),
    pointer: '/policy/point',
    found: ({ policy }) => `${policy.verdict} at ${policy.point}`,
    expected: 'none with does-not-stop, and a point with stops and limits',
    remedy: 'Correct the verdict or the point.',
  },
  {
    holds: ({ trace, flow }) => (trace === 'none') === flow.every(({ call }) => !call),
    pointer: '/trace',
    found: ({ trace }) => trace,
    expected: 'none exactly where no step has a call',
    remedy: 'Correct trace, or add the call.',
  },
  {
    holds: ({ confidence, unverified }) => (confidence === 'partial') === unverified.length > 0,
    pointer: '/confidence',
    found: ({ confidence, unverified }) => `${confidence} with ${unverified.length} unverified facts`,
    expected: 'partial exactly where something is unverified',
    remedy: 'Correct confidence, or list under unverified what no source supports.',
  },
  {
    holds: ({ created, modified }) => created <= modified,
    pointer: '/modified',
    found: ({ created, modified }) => `${modified}, created ${created}`,
    expected: 'a day that is not before created',
    remedy: 'Set modified to the day of the change.',
  },
  {
    holds: ({ category, secondaryCategories }) => !secondaryCategories.includes(category),
    pointer: '/secondaryCategories',
    found: ({ category }) => `${category}, which is the category`,
    expected: 'other categories than the first',
    remedy: 'Remove it.',
  },
];

const withinEntry: Check = {
  name: 'consistent-entry',
  description:
    'Severity, verdict, trace, confidence, dates and categories of an entry agree with each other.',
  check: ({ attacks }) =>
    [...attacks.values()].flatMap((attack) =>
      WITHIN.filter(({ holds }) => !holds(attack)).map(({ pointer, found, expected, remedy }) => ({
        file: entryFile(attack.id),
        pointer,
        found: found(attack),
        expected,
        remedy,
      })),
    ),
};

/** Every rule over the attack database, in the order in which faults are told. */
export const CHECKS: readonly Check[] = [
  ...ID_CHECKS,
  advisories,
  withinEntry,
  ...PROOF_CHECKS,
  ...CATALOGUE_CHECKS,
];
