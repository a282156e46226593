import { z } from 'zod';
import { CategoryId, LevelId } from './category.ts';

/** `content/taxonomy/categories.json`: the risk categories and levels, most dangerous first. */
export const Categories = z.strictObject({
  $schema: z.string().optional(),
  levels: z.array(
    z.strictObject({
      id: LevelId,
      /** As a heading, such as `High risk`. */
      label: z.string(),
      /** Inside a sentence, such as `high`. */
      word: z.string(),
      /** One sentence: what one wrong call can do at this level. */
      meaning: z.string(),
    }),
  ),
  categories: z.array(
    z.strictObject({
      id: CategoryId,
      label: z.string(),
      level: LevelId,
      /** One sentence: what a call of such a tool does. */
      meaning: z.string(),
      /** One sentence: what agents use such a tool for. */
      use: z.string(),
      /** Why such a tool needs a policy. */
      danger: z.string(),
      /** Why the recommended policy is as it is, in one sentence. */
      why: z.string(),
      /** Calls a minute that the recommended policy allows; absent where it denies. */
      limit: z.int().positive().optional(),
      /** What the agent is told where the recommended policy denies; absent where it allows. */
      deny: z.string().optional(),
    }),
  ),
});
export type Categories = z.output<typeof Categories>;
export type CategoryWords = Categories['categories'][number];
export type LevelWords = Categories['levels'][number];

/** `content/taxonomy/topics.json`: the topics of servers, each with its label. */
export const Topics = z.strictObject({
  $schema: z.string().optional(),
  topics: z.record(z.string().regex(/^[a-z]+(-[a-z]+)*$/), z.string().min(1)),
});
export type Topics = z.output<typeof Topics>;

const GuardPattern = z.strictObject({
  /** RE2 syntax, searched anywhere in the argument. */
  pattern: z.string().min(1).max(1000),
  /** What the agent is told. */
  on_deny: z.string().min(1),
});

/** `content/taxonomy/guards.json`: the guard templates for arguments that can be abused. */
export const Guards = z.strictObject({
  $schema: z.string().optional(),
  guards: z.record(
    z.enum(['shell', 'sql', 'path', 'url']),
    z.strictObject({
      /** In a list of what a document checks, such as `https only`. */
      label: z.string(),
      /** After “refuses”, such as `a path with “..” in it`. */
      refuses: z.string(),
      /** What an argument that every call carries must match. */
      allow: GuardPattern.extend({
        /**
         * For an argument that may be left out, which a `require` would insist on: with the pattern of `deny`, it
         * matches all that `pattern` does not.
         */
        misses: z.string().min(1).max(1000),
      }).optional(),
      /** What an argument must not match, if it is given. */
      deny: GuardPattern,
      /** An argument that the guard lets through, for the proof. */
      passes: z.string(),
      /** An argument that the guard stops, for the proof. */
      stops: z.string(),
    }),
  ),
});
export type Guards = z.output<typeof Guards>;
export type GuardId = keyof Guards['guards'];
export type Guard = Guards['guards'][GuardId];
