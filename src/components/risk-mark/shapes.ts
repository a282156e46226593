import type { LevelId } from '../../model/category.ts';

/** The shape of each level in a box of 12 by 12, so that it can be told without its colour. */
export const SHAPES: Record<LevelId, string> = {
  critical: 'M3.5 0h5L12 3.5v5L8.5 12h-5L0 8.5v-5z',
  high: 'M6 0l6 11H0z',
  medium: 'M6 0l6 6-6 6-6-6z',
  low: 'M6 1a5 5 0 110 10A5 5 0 016 1z',
  unrated: 'M6 0a6 6 0 110 12A6 6 0 016 0zm0 2a4 4 0 100 8 4 4 0 000-8z',
};
