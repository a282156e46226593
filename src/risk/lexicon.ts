import words from '../../content/taxonomy/risk-words.json' with { type: 'json' };
import type { CategoryId } from '../model/category.ts';
import type { RiskWords } from './taxonomy.ts';

/** What a word, or a verb with its object, speaks for. */
export interface Sense {
  points: CategoryId;
  /** From 0 upwards; a plain verb has 3. */
  weight: number;
  /** Why it counts, in one plain sentence. */
  note: string;
  /** Only where the word is the last of the object. */
  head?: boolean | undefined;
}

const lexicon = words as RiskWords;
const split = (text: string): string[] => text.split(' ');
/** `sql_query` in the data stands for two words. */
const spaced = (word: string): string => word.replaceAll('_', ' ');

/** Verbs in their base form. */
export const verbs: ReadonlyMap<string, Sense> = new Map(
  lexicon.verbs.flatMap(({ points, weight, words }) =>
    split(words).map((word) => [word, { points, weight, note: lexicon.notes[points] ?? '' }]),
  ),
);
/** Verbs that are as often nouns, so that they count less where a noun may stand. */
export const nouns: ReadonlySet<string> = new Set(split(lexicon.nouns));
/** Last words of a name without a verb that tell what it returns. */
export const tails: ReadonlyMap<string, Sense> = new Map(
  split(lexicon.tails.words).map((word) => [word, lexicon.tails]),
);
/** What a name says that only names things, such as `ledger_accounts`. */
export const things: Sense = lexicon.tails;

const objectsOf = (names: string): string[] =>
  split(names).flatMap((name) => (name.startsWith('@') ? split(lexicon.objects[name.slice(1)] ?? '') : name));

const pairs = new Map<string, Map<string, Sense>>();
for (const { verbs, objects, ...sense } of lexicon.pairs)
  for (const verb of split(verbs)) {
    const known = pairs.get(verb) ?? new Map<string, Sense>();
    for (const object of objectsOf(objects).map(spaced)) if (!known.has(object)) known.set(object, sense);
    pairs.set(verb, known);
  }

/** Verbs that only say how far the verb after them has got. */
export const aspects: ReadonlySet<string> = new Set(split(lexicon.aspects));
/** Words that show that the word before them is a verb. */
export const determiners: ReadonlySet<string> = new Set(split(lexicon.determiners));
/** Prepositions and the like, which end the object of a verb. */
export const ends: ReadonlySet<string> = new Set(split(lexicon.ends));

/** How far behind a verb its object is looked for, in words. */
const REACH = 10;

/** The words of a verb's object: up to the preposition, verb form or mark that ends it. */
export function objectOf(words: readonly string[], verb: number): string[] {
  const after = words.slice(verb + 1, verb + 1 + REACH);
  const end = after.findIndex((word) => ends.has(word) || !/[\p{L}\p{N}]/u.test(word));
  return end < 0 ? after : after.slice(0, end);
}

/**
 * What a verb means with its object. Of the words that change the verb's meaning, the last decides, for in English
 * the last noun names the thing: `send` speaks for write, `send payment` for financial, `send payment link` for write.
 */
export function senseOf(verb: string, object: readonly string[]): (Sense & { object?: string }) | undefined {
  const known = pairs.get(verb);
  for (let index = object.length - 1; known && index >= 0; index--) {
    const word = object[index] ?? '';
    const both = `${object[index - 1]} ${word}`;
    const sense = known.get(both) ?? known.get(word);
    if (sense && !(sense.head && index < object.length - 1))
      return { ...sense, object: known.has(both) ? both : word };
  }
  return verbs.get(verb);
}
