import { z } from 'zod';
import { CategoryId } from '../model/category.ts';

/** Text that compiles as a regular expression. */
export const Pattern = z.string().refine((source) => {
  try {
    return Boolean(new RegExp(source, 'u'));
  } catch {
    return false;
  }
}, 'a regular expression');

/** How a kind of hazard is recognised in a parameter, and what it could be abused for. */
export const HazardKind = z.strictObject({
  id: z.string().regex(/^[a-z]+(?:-[a-z]+)*$/),
  label: z.string().min(1),
  /** One sentence: what someone who controls the parameter could do with it. */
  abuse: z.string().min(1).max(160),
  /** The guard that a recommended policy puts on it, where a general one exists. */
  guard: z.enum(['shell', 'sql', 'path', 'url']).optional(),
  /** Matched against the words of the parameter's name, lower case, joined by spaces. */
  names: Pattern,
  /** Names that look alike and carry something else. */
  not: Pattern.optional(),
  /** The JSON Schema types that can carry it. A parameter without a type counts, but gets no guard. */
  types: z.array(z.enum(['array', 'boolean', 'integer', 'number', 'object', 'string'])).min(1),
  /** Only where the values are not limited to a list. */
  free: z.boolean().optional(),
  /** Only where the tool's name and text match. */
  about: Pattern.optional(),
  /** Not where the tool's name and text match. */
  aboutNot: Pattern.optional(),
});
export type HazardKind = z.output<typeof HazardKind>;

/** `content/taxonomy/hazards.json`. The first kind that fits a parameter is the one shown; order matters. */
export const Hazards = z.strictObject({
  $schema: z.string().optional(),
  hazards: z.array(HazardKind).min(1),
});

/** Words of one kind, in one string, parted by single spaces: short to read, short to change. */
const Words = z.string().regex(/^\S+(?: \S+)*$/, 'words parted by single spaces');
const sense = {
  /** The category it speaks for. */
  points: CategoryId,
  /** How strongly; a plain verb has 3. */
  weight: z.number().positive().max(10),
};

/** `content/taxonomy/risk-words.json`: what verbs mean, alone and with an object. */
export const RiskWords = z.strictObject({
  $schema: z.string().optional(),
  /** What a verb of each category is, as the evidence says it. */
  notes: z.partialRecord(CategoryId, z.string().min(1)),
  verbs: z.array(z.strictObject({ ...sense, words: Words })),
  /** Verbs that are as often nouns. */
  nouns: Words,
  /** Verbs that only say how far another has got: `starts following`, `continues listing`. */
  aspects: Words,
  /** Last words of a name without a verb that tell what it returns. */
  tails: z.strictObject({ ...sense, note: z.string().min(1), words: Words }),
  /** Words that end the object of a verb: prepositions and the like. */
  ends: Words,
  /** Words after which a word joined by `and` is a verb for sure. */
  determiners: Words,
  /** Classes of objects, for `pairs` to name. */
  objects: z.record(z.string(), Words),
  /** What a verb means with an object. `@money` stands for a class; the first pair that fits decides. */
  pairs: z.array(
    z.strictObject({
      ...sense,
      verbs: Words,
      objects: Words,
      /** Only where the word is the last of the object: `create payment`, not `create payment link`. */
      head: z.boolean().optional(),
      note: z.string().min(1),
    }),
  ),
});
export type RiskWords = z.output<typeof RiskWords>;

/** `content/taxonomy/risk-phrases.json`: what phrases in a text speak for. */
export const RiskPhrases = z.strictObject({
  $schema: z.string().optional(),
  /** How texts open before they say what a call does; left out of the sentence, in this order. */
  openings: z.array(Pattern),
  /** How sentences open that say when to call a tool and not what a call does. */
  skips: z.array(Pattern),
  phrases: z.array(
    z.strictObject({
      ...sense,
      pattern: Pattern,
      /** Only near the start of the text, within this many characters. */
      within: z.number().int().positive().optional(),
      note: z.string().min(1),
    }),
  ),
});
export type RiskPhrases = z.output<typeof RiskPhrases>;

/** `content/taxonomy/risk-parameters.json`: what parameters speak for. */
export const RiskParameters = z.strictObject({
  $schema: z.string().optional(),
  parameters: z.array(
    z.strictObject({
      ...sense,
      /** A kind of `hazards.json`: every parameter of that kind. */
      hazard: z.string().optional(),
      /** Or: matched against the words of the name, lower case, joined by spaces. */
      names: Pattern.optional(),
      /** Only where one of the values it is limited to matches. */
      values: Pattern.optional(),
      /** Only where the values are not limited. */
      free: z.boolean().optional(),
      note: z.string().min(1),
    }),
  ),
});
export type RiskParameters = z.output<typeof RiskParameters>;

/** How a capability shows in a tool. Every pattern may name a macro: `{reads}`. */
export const Capability = z.strictObject({
  label: z.string().min(1),
  /** One sentence: what a call of such a tool can do. */
  description: z.string().min(1).max(160),
  /** Kinds of hazards: a parameter of that kind shows it. */
  hazards: z.array(z.string()).min(1).optional(),
  /** Matched against the words of the name, our sentence and the first sentence of the author's text. */
  texts: z.array(z.string()).min(1).optional(),
  /** Matched against the words of a parameter's name. */
  parameters: z.array(Pattern).min(1).optional(),
  /** Matched against the values that a parameter is limited to. */
  values: Pattern.optional(),
  /** Shown by every tool that the classifier puts here. */
  category: CategoryId.optional(),
  /** Why it cannot be seen in a tool; such a capability is never found. */
  hidden: z.string().min(1).optional(),
});
export type Capability = z.output<typeof Capability>;

/** `content/taxonomy/capabilities.json`: what links a tool to the attacks that need it. */
export const Capabilities = z.strictObject({
  $schema: z.string().optional(),
  /** Alternatives that several patterns share. */
  macros: z.record(z.string(), Pattern),
  capabilities: z.record(z.string().regex(/^[a-z]+(?:_[a-z]+)*$/), Capability),
});
export type Capabilities = z.output<typeof Capabilities>;

/** `content/taxonomy/combinations.json`: tools that are dangerous together, the most dangerous first. */
export const Combinations = z.strictObject({
  $schema: z.string().optional(),
  combinations: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z]+(?:-[a-z]+)*$/),
      label: z.string().min(1),
      /** The name that people know it by, where it has one. */
      also: z.string().min(1).optional(),
      /** One sentence: what the tools make possible together. */
      possible: z.string().min(1),
      /** One sentence: what contains it. */
      contains: z.string().min(1),
      /** What must be there; one tool may play several roles. */
      roles: z
        .array(
          z.strictObject({
            /** After “a tool that”. */
            does: z.string().min(1),
            /** Ids of `capabilities.json`; a tool that shows one of them plays the role. */
            signals: z.array(z.string()).min(1),
          }),
        )
        .min(2),
    }),
  ),
});
export type Combinations = z.output<typeof Combinations>;
export type Combination = Combinations['combinations'][number];

/** `content/taxonomy/risk-contrasts.json`: the words for what would raise a level. */
export const RiskContrasts = z.strictObject({
  $schema: z.string().optional(),
  /** What a call of each category does, to follow “if a call”. */
  acts: z.partialRecord(CategoryId, z.string().min(1)),
});
export type RiskContrasts = z.output<typeof RiskContrasts>;
