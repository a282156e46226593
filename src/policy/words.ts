import { nearest } from './nearest.ts';

/** Words from other formats and languages, for what this one calls otherwise. */
const MEANT: Record<string, string> = {
  '=': 'eq',
  '==': 'eq',
  '===': 'eq',
  equals: 'eq',
  is: 'eq',
  '!=': 'neq',
  '!==': 'neq',
  ne: 'neq',
  '<': 'lt',
  less_than: 'lt',
  '<=': 'lte',
  le: 'lte',
  max: 'lte',
  '>': 'gt',
  greater_than: 'gt',
  '>=': 'gte',
  ge: 'gte',
  min: 'gte',
  one_of: 'in',
  nin: 'not_in',
  matches: 'regex',
  match: 'regex',
  pattern: 'regex',
  includes: 'contains',
  present: 'exists',
  block: 'deny',
  permit: 'allow',
  operator: 'op',
  field: 'path',
  message: 'on_deny',
  when: 'conditions',
};

/** The right word that a wrong one stands for, among those that fit its place: one that is known, else the nearest. */
export function meant(wrong: unknown, right: readonly string[]): { nearest?: string } {
  if (typeof wrong !== 'string') return {};
  const known = Object.hasOwn(MEANT, wrong) ? MEANT[wrong] : undefined;
  const word = known !== undefined && right.includes(known) ? known : nearest(wrong, right);
  return word === undefined ? {} : { nearest: word };
}
