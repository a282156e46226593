import { z } from 'zod';

/**
 * What a normal call of a tool does, by its worst effect. The words, levels and order of the categories
 * live in `content/taxonomy/categories.json`; this is only the closed list of their ids.
 */
export const CategoryId = z.enum(['read', 'write', 'execute', 'destructive', 'financial', 'unclassified']);
export type CategoryId = z.output<typeof CategoryId>;

/** How bad one wrong call can get. `unrated` means there is no evidence, never that the tool is harmless. */
export const LevelId = z.enum(['low', 'medium', 'high', 'critical', 'unrated']);
export type LevelId = z.output<typeof LevelId>;
