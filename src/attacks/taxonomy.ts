import categoriesJson from '../../content/taxonomy/attack-categories.json' with { type: 'json' };
import controlsJson from '../../content/taxonomy/attack-controls.json' with { type: 'json' };
import sectionsJson from '../../content/taxonomy/attack-sections.json' with { type: 'json' };
import termsJson from '../../content/taxonomy/attack-terms.json' with { type: 'json' };
import frameworksJson from '../../content/taxonomy/frameworks.json' with { type: 'json' };
import type { AttackKind } from '../model/attack.ts';
import {
  AttackCategories,
  AttackControls,
  AttackSections,
  AttackTerms,
  Frameworks,
} from '../model/attack-taxonomy.ts';

/** The attack categories by id, in display order. */
export const ATTACK_CATEGORIES = new Map(Object.entries(AttackCategories.parse(categoriesJson).categories));

/** The controls by id: what each means, and how far the policy format can say it. */
export const CONTROLS = new Map(Object.entries(AttackControls.parse(controlsJson).controls));

/** The words for each closed list of `src/model/attack.ts`. */
export const TERMS = AttackTerms.parse(termsJson);

/** The frameworks by id, each with the ids that entries may use. */
export const FRAMEWORKS = Frameworks.parse(frameworksJson).frameworks;

const { sections } = AttackSections.parse(sectionsJson);

/** The headings of an entry of this kind, by section id, in order. */
export const headingsOf = (kind: AttackKind): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(sections).map(([id, { heading, headingFor }]) => [id, headingFor?.[kind] ?? heading]),
  );
