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
