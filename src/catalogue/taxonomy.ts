import categoriesJson from '../../content/taxonomy/categories.json' with { type: 'json' };
import topicsJson from '../../content/taxonomy/topics.json' with { type: 'json' };
import type { CategoryId, LevelId } from '../model/category.ts';
import { Categories, type CategoryWords, type LevelWords, Topics } from '../model/taxonomy.ts';

const { categories, levels } = Categories.parse(categoriesJson);

/** The risk categories, most dangerous first. */
export const CATEGORIES: readonly CategoryWords[] = categories;
/** The risk levels, most dangerous first; `unrated` stands last. */
export const LEVELS: readonly LevelWords[] = levels;
/** The label of each topic. */
export const TOPICS: ReadonlyMap<string, string> = new Map(Object.entries(Topics.parse(topicsJson).topics));

const byCategory = new Map(categories.map((words) => [words.id, words]));
const byLevel = new Map(levels.map((words) => [words.id, words]));

export const categoryWords = (id: CategoryId): CategoryWords => byCategory.get(id) as CategoryWords;
export const levelWords = (id: LevelId): LevelWords => byLevel.get(id) as LevelWords;
export const levelOf = (id: CategoryId): LevelId => categoryWords(id).level;
export const topicLabel = (id: string): string => TOPICS.get(id) ?? id;
