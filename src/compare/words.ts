import categoriesJson from '../../content/taxonomy/categories.json' with { type: 'json' };
import hazardsJson from '../../content/taxonomy/hazards.json' with { type: 'json' };
import type { CategoryId, LevelId } from '../model/category.ts';
import type { Categories } from '../model/taxonomy.ts';

// The build has checked these files, so that a browser need not.
const { categories, levels } = categoriesJson as Categories;

/** Categories, most dangerous first. */
export const CATEGORIES = categories;

const categoryLabels = new Map(categories.map(({ id, label }) => [id, label]));
const levelOfCategory = new Map(categories.map(({ id, level }) => [id, level]));
const levelNames = new Map(levels.map(({ id, word }) => [id, word]));
const hazardLabels = new Map(hazardsJson.hazards.map(({ id, label }) => [id, label]));

export const categoryLabel = (id: CategoryId): string => categoryLabels.get(id) ?? id;
export const categoryLevel = (id: CategoryId): LevelId => levelOfCategory.get(id) ?? 'unrated';
export const levelWord = (id: LevelId): string => levelNames.get(id) ?? id;
export const hazardLabel = (id: string): string => hazardLabels.get(id) ?? id;
