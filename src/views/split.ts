import type { ToolEntry } from '../catalogue/catalogue.ts';
import { CATEGORIES, levelWords } from '../catalogue/taxonomy.ts';
import type { CategoryId, LevelId } from '../model/category.ts';
import { routes } from '../routes.ts';

/** How many tools of a set fall into one category. */
export interface Share {
  category: CategoryId;
  label: string;
  level: LevelId;
  levelWord: string;
  href: string;
  count: number;
  /** Of all tools of the set, 0 to 100, to one decimal. */
  percent: number;
}

/** The split of some tools by category, most dangerous first; categories without a tool are left out. */
export function splitOf(tools: readonly ToolEntry[]): Share[] {
  const counts = Map.groupBy(tools, ({ category }) => category);
  return CATEGORIES.flatMap(({ id, label, level }) => {
    const count = counts.get(id)?.length ?? 0;
    const percent = Math.round((1000 * count) / tools.length) / 10;
    const levelWord = levelWords(level).word;
    return count
      ? [{ category: id, label, level, levelWord, href: routes.category(id)(1), count, percent }]
      : [];
  });
}
