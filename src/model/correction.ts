import { z } from 'zod';
import { CategoryId } from './category.ts';
import { ServerId } from './server.ts';

/** A reviewed correction of what the classifier says of one tool. */
export const Correction = z.strictObject({
  server: ServerId,
  /** The exact name of the tool. */
  tool: z.string().min(1),
  category: CategoryId,
  /** Why, in one sentence; shown on the page. */
  reason: z.string().min(10).max(300),
});
export type Correction = z.output<typeof Correction>;

/** `content/corrections.json` */
export const Corrections = z.strictObject({
  $schema: z.string().optional(),
  corrections: z.array(Correction),
});
