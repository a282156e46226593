import capabilitiesJson from '../../content/taxonomy/capabilities.json' with { type: 'json' };
import type { FrameworkId } from '../model/attack.ts';
import type { KnownIds } from './checks.ts';
import { ATTACK_CATEGORIES, CONTROLS, FRAMEWORKS } from './taxonomy.ts';

/** The ids of the taxonomy, as the checks take them. */
export const KNOWN_IDS: KnownIds = {
  categories: new Set(ATTACK_CATEGORIES.keys()),
  controls: new Set(CONTROLS.keys()),
  signals: new Set(Object.keys(capabilitiesJson.capabilities)),
  frameworks: new Map(
    Object.entries(FRAMEWORKS).map(([id, { ids }]) => [id as FrameworkId, new Set(Object.keys(ids))]),
  ),
};
