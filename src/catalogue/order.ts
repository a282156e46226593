import { byText } from '../model/by-text.ts';
import type { ToolEntry } from './catalogue.ts';
import { CATEGORIES } from './taxonomy.ts';

const rank = new Map(CATEGORIES.map(({ id }, index) => [id, index]));

/** Most dangerous category first, then by name. */
export const worstFirst = (a: ToolEntry, b: ToolEntry): number =>
  (rank.get(a.category) as number) - (rank.get(b.category) as number) || byText(a.tool.name, b.tool.name);
