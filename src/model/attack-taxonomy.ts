import { z } from 'zod';
import { AttackKind, FrameworkId } from './attack.ts';

const Id = z
  .string()
  .regex(/^[a-z0-9]+(?:[-_][a-z0-9]+)*$/, 'lower-case letters and digits, joined by hyphens');

const Word = z.strictObject({
  label: z.string().min(1),
  /** One sentence that says what the word means here. */
  meaning: z.string().min(1),
});
export type Word = z.output<typeof Word>;

/** `content/taxonomy/attack-categories.json`: what an attack is first of all. */
export const AttackCategories = z.strictObject({
  $schema: z.string().optional(),
  categories: z.record(Id, Word),
});

/** `content/taxonomy/attack-controls.json`: what helps, and how far the policy format can say it. */
export const AttackControls = z.strictObject({
  $schema: z.string().optional(),
  controls: z.record(
    Id,
    Word.extend({
      /** Whether a document of the policy format can say this: whole, in part, or not. */
      format: z.enum(['yes', 'partly', 'no']),
      /** Which part of the format says it, or what it would take. */
      how: z.string().min(1),
    }),
  ),
});

/** `content/taxonomy/attack-sections.json`: the headings of an entry's prose, in order. */
export const AttackSections = z.strictObject({
  $schema: z.string().optional(),
  sections: z.record(
    Id,
    z.strictObject({
      heading: z.string().min(1),
      /** Another heading for entries of a kind. */
      headingFor: z.partialRecord(AttackKind, z.string().min(1)).optional(),
      /** What an author writes there. */
      meaning: z.string().min(1),
    }),
  ),
});

/** `content/taxonomy/attack-terms.json`: the words for the closed lists of `src/model/attack.ts`, in display order. */
export const AttackTerms = z.strictObject({
  $schema: z.string().optional(),
  kinds: z.record(Id, Word),
  severities: z.record(Id, Word),
  /** `short` stands in tables; `sentence` is the verdict as a sentence without its end. */
  verdicts: z.record(Id, Word.extend({ short: z.string().min(1), sentence: z.string().min(1) })),
  /** `where` ends the sentence of the verdict; absent where there is no such place. */
  points: z.record(Id, Word.extend({ where: z.string().min(1).optional() })),
  layers: z.record(Id, Word),
  origins: z.record(Id, Word),
  toolOrigins: z.record(Id, Word),
  traces: z.record(Id, Word),
  readings: z.record(Id, Word),
  confidences: z.record(Id, Word),
  evidences: z.record(Id, Word),
  bases: z.record(Id, Word),
  /** How far the policy format can say a control. */
  formats: z.record(Id, Word),
  /** The kinds of sequences of a proof. */
  sequences: z.record(Id, Word),
  /** What taking one rule of a proof away does. */
  effects: z.record(Id, Word),
});
export type AttackTerms = z.output<typeof AttackTerms>;

/** `content/taxonomy/frameworks.json`: names and addresses only; a licence may forbid more. */
export const Frameworks = z.strictObject({
  $schema: z.string().optional(),
  frameworks: z.record(
    FrameworkId,
    z.strictObject({
      label: z.string().min(1),
      version: z.string().min(1),
      url: z.url(),
      /** The licence or terms of the framework's text. */
      licence: z.string().min(1),
      ids: z.record(z.string(), z.strictObject({ name: z.string().min(1), url: z.url() })),
    }),
  ),
});
export type Frameworks = z.output<typeof Frameworks>;
