import type { Signal } from '../model/assessment.ts';
import type { CategoryId } from '../model/category.ts';

/** The categories, the mildest first. */
export const SEVERITY: readonly CategoryId[] = [
  'unclassified',
  'read',
  'write',
  'execute',
  'destructive',
  'financial',
];

/** Doubt goes to the worse effect: evidence of harm counts a little more than evidence of harmlessness. */
export const CAUTION: Readonly<Record<CategoryId, number>> = {
  read: 1,
  write: 1.05,
  execute: 1.25,
  destructive: 1.25,
  financial: 1.2,
  unclassified: 0,
};

/** Weights are shown with two digits at most. */
export const round = (weight: number): number => Math.round(weight * 100) / 100;

/** Of several effects in one place the worst counts whole, the others by this much. */
const OTHERS = 0.3;

const rank = ({ points, weight }: Signal): [number, number] => [
  SEVERITY.indexOf(points),
  weight * CAUTION[points],
];

/** The signals of one place, such as a sentence that joins several verbs, with only the worst at full weight. */
export function onlyWorst(signals: readonly Signal[]): Signal[] {
  const worst = signals.toSorted((a, b) => {
    const [[one, more], [two, less]] = [rank(b), rank(a)];
    return one - two || more - less;
  })[0];
  return signals.map((signal) =>
    signal === worst ? signal : { ...signal, weight: round(signal.weight * OTHERS) },
  );
}
