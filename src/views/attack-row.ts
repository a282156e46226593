import { newestFirst } from '../attacks/crosswalk.ts';
import type { Attack, Severity, Verdict } from '../model/attack.ts';
import { routes } from '../routes.ts';
import { categoryLink, SEVERITIES, term, type WordLink } from './attack-words.ts';

/** An attack in a list: enough to know whether to open it. */
export interface AttackRow {
  id: string;
  title: string;
  href: string;
  summary: string;
  severity: Severity;
  severityWord: string;
  category: WordLink;
  kind: string;
  verdict: Verdict;
  verdictWord: string;
  point: string;
  /** An ISO date, or its month or year alone. */
  disclosed: string;
  /** Every id that a filter can ask for, separated by spaces; no two lists of ids share one. */
  facets: string;
}

export function attackRow(attack: Attack): AttackRow {
  const { id, title, summary, severity, category, kind, policy, disclosed, signals } = attack;
  const { verdict, point } = policy;
  return {
    id,
    title,
    href: routes.attack(id),
    summary,
    severity,
    severityWord: term('severities', severity).label,
    category: categoryLink(category),
    kind: term('kinds', kind).label,
    verdict,
    verdictWord: term('verdicts', verdict).short,
    point: point === 'none' ? '' : term('points', point).label,
    disclosed,
    facets: [severity, category, kind, verdict, point, ...signals].join(' '),
  };
}

/** The most severe first; of one severity the newest. */
export const gravestFirst = (one: Attack, other: Attack): number =>
  SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) || newestFirst(one, other);

/** Attacks as rows, the most severe first. */
export const attackRows = (attacks: Iterable<Attack>): AttackRow[] =>
  [...attacks].sort(gravestFirst).map(attackRow);
