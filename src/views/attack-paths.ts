import { ATTACK_CATEGORIES, FRAMEWORKS } from '../attacks/taxonomy.ts';
import { CAPABILITIES } from '../risk/capability-words.ts';
import { routes } from '../routes.ts';
import { VERDICTS } from './attack-words.ts';

/** The paths of all pages of the attack database, by the ids of its attacks. */
export const attackPaths = (ids: Iterable<string>): string[] => [
  routes.attacks,
  routes.frameworks,
  ...[...ATTACK_CATEGORIES.keys()].map(routes.attackCategory),
  ...CAPABILITIES.map(({ id }) => routes.attackSignal(id)),
  ...VERDICTS.map(routes.attackVerdict),
  ...Object.keys(FRAMEWORKS).map(routes.framework),
  ...[...ids].map(routes.attack),
];
