import { ATTACK_CATEGORIES, FRAMEWORKS } from '../attacks/taxonomy.ts';
import type { Attack, FrameworkId } from '../model/attack.ts';
import { blocksOf } from '../views/attack-prose.ts';
import { gravestFirst } from '../views/attack-row.ts';
import { SEVERITIES, VERDICTS } from '../views/attack-words.ts';
import { plain } from '../views/text.ts';
import type { AttackRecords } from './records.ts';
import { spaced } from './words.ts';

/** The attacks in the order of their records: the most severe first, of one severity the newest. */
export const attacksInOrder = (attacks: readonly Attack[]): Attack[] => attacks.toSorted(gravestFirst);

const advisoriesOf = ({ cves, ghsas }: Attack): string[] => [...cves, ...ghsas];
const productsOf = ({ affected }: Attack): string => affected.map(({ product }) => product).join(' ');
const mappingsOf = ({ mappings }: Attack): string[] => Object.values(mappings).flatMap(({ ids }) => ids);

/** What the records say of the attacks; they come in the order of `attacksInOrder`. */
export const attackRecords = (attacks: readonly Attack[]): AttackRecords => ({
  severities: SEVERITIES,
  verdicts: VERDICTS,
  ids: attacks.map(({ id }) => id),
  titles: attacks.map(({ title }) => title),
  products: attacks.map(productsOf),
  advisories: attacks.map((attack) => advisoriesOf(attack).join(' ')),
  mappings: attacks.map((attack) => mappingsOf(attack).join(' ')),
  severityOf: attacks.map(({ severity }) => SEVERITIES.indexOf(severity)).join(''),
  verdictOf: attacks.map(({ policy }) => VERDICTS.indexOf(policy.verdict)).join(''),
});

const proseOf = ({ sections }: Attack): string[] =>
  sections
    .flatMap(({ markdown }) => blocksOf(markdown))
    .flatMap((block) => ('items' in block ? block.items : [block.paragraph]))
    .map(plain);

const frameworksOf = ({ mappings }: Attack): string[] =>
  Object.entries(mappings).flatMap(([id, { ids }]) =>
    ids.length ? [FRAMEWORKS[id as FrameworkId].label] : [],
  );

/** What the full-text index reads of an attack: its names and ids, and the prose of its page. */
export const attackText = (attack: Attack): string =>
  [
    attack.title,
    spaced(attack.id),
    ...[attack.category, ...attack.secondaryCategories].map((id) => ATTACK_CATEGORIES.get(id)?.label ?? id),
    productsOf(attack),
    ...[...advisoriesOf(attack), ...mappingsOf(attack)].map(spaced),
    ...frameworksOf(attack),
    attack.summary,
    ...proseOf(attack),
  ].join('. ');
