import { z } from 'zod';
import { ServerId } from './server.ts';

/** The words of a recipe. Its policy and its cases stand in `content/recipes/<id>.json`, a policy test file. */
export const Recipe = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: z.string().min(1).max(60),
  /** The server whose tools the policy names. */
  server: ServerId,
  /** Which values are yours to change, or what is worth knowing of the policy. */
  note: z.string().min(1).optional(),
  /** What the policy does not stop, one sentence each. */
  leaves: z.array(z.string().min(1)).min(1),
});
export type Recipe = z.output<typeof Recipe>;

/** `content/cookbook.json`: the recipes of the policy cookbook, by chapters, in the order of the page. */
export const Cookbook = z.strictObject({
  $schema: z.string().optional(),
  chapters: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z]+$/),
      title: z.string().min(1).max(60),
      recipes: z.array(Recipe).min(1),
    }),
  ),
});
export type Cookbook = z.output<typeof Cookbook>;
