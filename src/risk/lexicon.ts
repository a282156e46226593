import words from '../../content/taxonomy/risk-words.json' with { type: 'json' };
import type { CategoryId } from '../model/category.ts';
import type { RiskWords } from './taxonomy.ts';

/** What a word, or a verb with its object, speaks for. */
export interface Sense {
  points: CategoryId;
  /** From 0 upwards; a plain verb has 3. */
  weight: number;
  /** Why, where the verb alone does not say it. */
  note?: string | undefined;
}

const lexicon = words as RiskWords;
const split = (text: string): string[] => text.split(' ');

/** Verbs in their base form. */
export const verbs: ReadonlyMap<string, Sense> = new Map(
  lexicon.verbs.flatMap(({ points, weight, words }) =>
    split(words).map((word) => [word, { points, weight }]),
  ),
);
/** Verbs that are as often nouns, so that they count less where a noun may stand. */
export const nouns: ReadonlySet<string> = new Set(split(lexicon.nouns));
/** Last words of a name without a verb that tell what it returns. */
export const tails: ReadonlyMap<string, Sense> = new Map(
  split(lexicon.tails.words).map((word) => [word, lexicon.tails]),
);

const objectsOf = (names: string): string[] =>
  split(names).flatMap((name) => (name.startsWith('@') ? split(lexicon.objects[name.slice(1)] ?? '') : name));

const pairs = new Map<string, Map<string, Sense>>();
for (const { verbs, objects, ...sense } of lexicon.pairs)
  for (const verb of split(verbs)) {
    const known = pairs.get(verb) ?? new Map<string, Sense>();
    for (const object of objectsOf(objects)) if (!known.has(object)) known.set(object, sense);
    pairs.set(verb, known);
  }

/**
 * What a verb means with the words after it. The first word that changes the verb's meaning decides:
 * `send` speaks for write, `send … payment` for financial.
 */
export function senseOf(verb: string, after: readonly string[]): (Sense & { object?: string }) | undefined {
  const objects = pairs.get(verb);
  const object = after.find((word) => objects?.has(word));
  const sense = object === undefined ? undefined : objects?.get(object);
  return sense && object !== undefined ? { ...sense, object } : verbs.get(verb);
}
