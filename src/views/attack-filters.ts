import { ATTACK_CATEGORIES } from '../attacks/taxonomy.ts';
import type { Attack } from '../model/attack.ts';
import { CAPABILITIES } from '../risk/capability-words.ts';
import { routes } from '../routes.ts';
import { POINTS, SEVERITIES, term, VERDICTS } from './attack-words.ts';

/** What the list of attacks can be filtered by: one choice each, kept in the query of the address. */
export interface AttackFilter {
  name: string;
  label: string;
  options: { id: string; label: string }[];
}

const options = (list: 'severities' | 'verdicts' | 'points' | 'kinds', ids: readonly string[]) =>
  ids.map((id) => ({ id, label: term(list, id).label }));

/** The filters, each with the choices that at least one attack has. */
export function attackFilters(attacks: Iterable<Attack>): AttackFilter[] {
  const used = new Set(
    [...attacks].flatMap(({ severity, category, kind, policy, signals }) => [
      severity,
      category,
      kind,
      policy.verdict,
      policy.point,
      ...signals,
    ]),
  );
  const categories = [...ATTACK_CATEGORIES].map(([id, { label }]) => ({ id, label }));
  const filters: AttackFilter[] = [
    { name: 'verdict', label: 'Policy', options: options('verdicts', VERDICTS) },
    { name: 'point', label: 'Where', options: options('points', POINTS) },
    { name: 'category', label: 'Category', options: categories },
    { name: 'severity', label: 'Severity', options: options('severities', SEVERITIES) },
    { name: 'kind', label: 'Kind', options: options('kinds', ['incident', 'vulnerability', 'technique']) },
    {
      name: 'signal',
      label: 'Uses a tool that',
      options: CAPABILITIES.map(({ id, label }) => ({ id, label })),
    },
  ];
  return filters.map((filter) => ({ ...filter, options: filter.options.filter(({ id }) => used.has(id)) }));
}

/** The list of the attacks that have any of these signals; a script filters it, without one it is whole. */
export const attacksWith = (signals: readonly string[]): string =>
  `${routes.attacks}?signal=${signals.join(',')}#list`;
