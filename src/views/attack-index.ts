import type { ProvedDatabase } from '../attacks/database.ts';
import { ATTACK_CATEGORIES } from '../attacks/taxonomy.ts';
import type { Attack, EnforcementPoint, Severity, Verdict } from '../model/attack.ts';
import { routes } from '../routes.ts';
import { type AttackFilter, attackFilters } from './attack-filters.ts';
import { type AttackRow, attackRows } from './attack-row.ts';
import { categoryLink, POINTS, SEVERITIES, term, VERDICTS, type WordLink } from './attack-words.ts';
import { link, paragraph, type Text, t } from './text.ts';
import { number, plural } from './words.ts';

/** A number that links to the attacks it counts. */
export interface CountLink {
  count: number;
  verdict: Verdict;
  /** What is counted, for those who do not see the place of the number. */
  label: string;
  /** A page that lists them, among others. */
  href: string;
  /** The query that filters the list of all attacks to exactly them. */
  filter: string;
}

export interface MatrixRow {
  category: WordLink;
  cells: { severity: Severity; counts: CountLink[] }[];
}

/** All that the list of attacks says. */
export interface AttackIndex {
  total: number;
  says: Text[];
  points: { label: string; meaning: string; counts: CountLink[] }[];
  /** The severities that at least one attack has: the columns of the matrix. */
  severities: Severity[];
  matrix: MatrixRow[];
  filters: AttackFilter[];
  rows: AttackRow[];
}

type Attacks = readonly Attack[];

const having = (attacks: Attacks, verdict: Verdict, point?: EnforcementPoint) =>
  attacks.filter(({ policy }) => policy.verdict === verdict && (!point || policy.point === point));

const countOf = (
  attacks: Attacks,
  what: { verdict: Verdict; label: string; href: string; filter: string },
) => (attacks.length ? [{ count: attacks.length, ...what }] : []);

const pointCounts = (attacks: Attacks, point: EnforcementPoint): CountLink[] =>
  VERDICTS.flatMap((verdict) =>
    countOf(having(attacks, verdict, point), {
      verdict,
      label: `${term('verdicts', verdict).short.toLowerCase()}, ${term('points', point).label}`,
      href: `${routes.attackVerdict(verdict)}#${point}`,
      filter: `verdict=${verdict}&point=${point}`,
    }),
  );

const cellCounts = (attacks: Attacks, category: string, severity: Severity): CountLink[] =>
  VERDICTS.flatMap((verdict) =>
    countOf(
      having(attacks, verdict).filter((each) => each.category === category && each.severity === severity),
      {
        verdict,
        label: `${term('severities', severity).label.toLowerCase()}, ${term('verdicts', verdict).short.toLowerCase()}`,
        href: `${routes.attackCategory(category)}#${severity}`,
        filter: `category=${category}&severity=${severity}&verdict=${verdict}`,
      },
    ),
  );

const verdictLink = (text: string, verdict: Verdict, point?: EnforcementPoint) =>
  link(text, `${routes.attackVerdict(verdict)}${point ? `#${point}` : ''}`);

/** What a policy does for how many of them; every number is counted. */
export function verdictTexts({ attacks, runs }: Pick<ProvedDatabase, 'attacks' | 'runs'>): Text[] {
  const all = [...attacks.values()];
  const count = (verdict: Verdict, point?: EnforcementPoint) => having(all, verdict, point).length;
  const at = (point: EnforcementPoint) => count('stops', point) + count('limits', point);
  const proven = all.filter(({ id }) => runs.has(id)).length;
  const told = all.length - count('does-not-stop');
  return [
    t`Of ${plural(all.length, 'attack')}, a policy in a proxy between the agent and its MCP servers ${verdictLink(`stops ${number(count('stops', 'mcp-proxy'))}`, 'stops', 'mcp-proxy')} and ${verdictLink(`limits ${number(count('limits', 'mcp-proxy'))} more`, 'limits', 'mcp-proxy')}.`,
    t`${plural(at('host-hook'), 'attack')} ${at('host-hook') === 1 ? 'goes' : 'go'} through files, shells or web access that are built into the agent, as coding agents have them. A proxy sees none of these calls: a policy ${verdictLink(`stops ${number(count('stops', 'host-hook'))}`, 'stops', 'host-hook')} and ${verdictLink(`limits ${number(count('limits', 'host-hook'))}`, 'limits', 'host-hook')} only in a hook of the agent itself.`,
    t`For ${number(count('does-not-stop'))}, ${verdictLink('no policy on tool calls helps', 'does-not-stop')}; their pages say what does.`,
    t`Where a policy is said to help (${number(told)}), ${number(proven)} pages show it: the policy, the hostile calls it stops, the work it lets through and what still passes, all run by the engine when this site was built.`,
  ];
}

/** The database in two sentences, for pages that only point to it. */
export function attacksInShort(database: Pick<ProvedDatabase, 'attacks' | 'runs'>): Text {
  const [proxy = [], hook = []] = verdictTexts(database);
  return paragraph(proxy, hook);
}

/** Builds the list of attacks. */
export function attackIndex(database: ProvedDatabase): AttackIndex {
  const all = [...database.attacks.values()];
  const severities = SEVERITIES.filter((severity) => all.some((attack) => attack.severity === severity));
  return {
    total: all.length,
    says: verdictTexts(database),
    points: POINTS.map((point) => ({
      label: point === 'none' ? term('verdicts', 'does-not-stop').short : term('points', point).label,
      meaning: term('points', point).meaning,
      counts: pointCounts(all, point),
    })).filter(({ counts }) => counts.length > 0),
    severities,
    matrix: [...ATTACK_CATEGORIES.keys()].map((category) => ({
      category: categoryLink(category),
      cells: severities.map((severity) => ({ severity, counts: cellCounts(all, category, severity) })),
    })),
    filters: attackFilters(all),
    rows: attackRows(all),
  };
}
