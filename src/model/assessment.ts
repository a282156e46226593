import { z } from 'zod';
import { CategoryId, LevelId } from './category.ts';

/** One piece of evidence about a tool: what was seen, where, and which way it points. */
export const Signal = z.strictObject({
  /** Which part of the tool it comes from. Annotations are claims of the author. */
  source: z.enum(['name', 'parameter', 'text', 'annotation']),
  /** A JSON Pointer (RFC 6901) into the tool object, such as `/name` or `/inputSchema/properties/sql`. */
  where: z.string(),
  /** The exact words or value seen there. */
  saw: z.string(),
  /** The category it speaks for. */
  points: CategoryId,
  /** How strongly, from 0 (shown, not counted) upwards; only comparable within one assessment. */
  weight: z.number().min(0),
  /** One plain sentence that says why this counts, or which other signal it contradicts. */
  note: z.string(),
});
export type Signal = z.output<typeof Signal>;

/** How sure a category is. `none` goes with `unclassified` alone. */
export const Confidence = z.enum(['high', 'medium', 'low', 'none']);
export type Confidence = z.output<typeof Confidence>;

/** What the classifier says of a tool, with all its reasons. */
export const Assessment = z.strictObject({
  name: z.string(),
  category: CategoryId,
  level: LevelId,
  confidence: Confidence,
  signals: z.array(Signal),
});
export type Assessment = z.output<typeof Assessment>;
