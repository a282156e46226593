import categories from '../../content/taxonomy/categories.json' with { type: 'json' };
import type { CategoryId, LevelId } from '../model/category.ts';

const known = new Map(categories.categories.map((category) => [category.id as CategoryId, category]));

/** How bad one wrong call of a tool of this category can get. */
export const levelOf = (category: CategoryId): LevelId =>
  (known.get(category)?.level ?? 'unrated') as LevelId;

/** The name of a category, as pages show it. */
export const labelOf = (category: CategoryId): string => known.get(category)?.label ?? category;
