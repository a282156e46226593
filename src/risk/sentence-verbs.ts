import { aspects, determiners, nouns, objectOf, senseOf, verbs } from './lexicon.ts';
import { stemIn } from './words.ts';

/** A verb of a sentence. */
export interface SentenceVerb {
  /** In its base form. */
  word: string;
  /** Its place among the words of the sentence. */
  index: number;
  /** From 0 to 1: how sure it is that this is what a call does. */
  strength: number;
}

/** How far a sentence is searched for its first verb, in words. */
const SEARCHED = 10;
/** A verb behind other words than adverbs may belong to a description: “A server that lists …”. */
const LATER = 0.5;

const JOINS = new Set(['and', 'or', ',', 'then', '(', 'including']);
const BETWEEN = /ly$|^(?:also|batch|both|bulk|either|so|then)$/;

/** The form of a verb: `s` for returns, `ing` for returning, nothing for return. */
const endingOf = (word: string, stem: string): string =>
  word === stem ? '' : word.endsWith('ing') ? 'ing' : 's';

/** Whether a verb means something of its own with this object. */
const isPair = (verb: string, object: readonly string[]): boolean =>
  senseOf(verb, object)?.object !== undefined;

/** Where the first verb is; of `starts following`, the second word. */
function firstVerb(words: readonly string[]): number {
  const at = words.findIndex((word, index) => index < SEARCHED && stemIn(word, verbs) !== undefined);
  const stem = stemIn(words[at] ?? '', aspects);
  const next = words[at + 1] ?? '';
  const further = next.endsWith('ing') && stemIn(next, verbs) !== undefined;
  return stem && further && !isPair(stem, [next]) ? at + 1 : at;
}

/** The verbs seen so far: the places of those that stand in one row, the first one's place and form. */
interface Row {
  first: number;
  ending: string;
  places: Set<number>;
}

/**
 * Whether a word is joined to the first verb: in one row with it (`creates, changes or deletes`), behind `and`
 * (`finds a task and deletes it`), or in a list of activities (`including creating and deleting`).
 */
function isJoined(words: readonly string[], index: number, { first, places }: Row): boolean {
  const filler = (at: number, also = false): boolean =>
    BETWEEN.test(words[at] ?? '') || (also && JOINS.has(words[at] ?? ''));
  let before = index - 1;
  while (filler(before)) before--;
  const join = words[before] ?? '';
  if (!JOINS.has(join)) return false;
  while (before > first && filler(before, true)) before--;
  if (places.has(before)) return true;
  if (join === 'including') return words[index]?.endsWith('ing') ?? false;
  return join !== ',' && join !== '(';
}

/** Whether a verb has the form of the first one, or is an activity in a list. */
function fits(words: readonly string[], index: number, stem: string, { ending, places }: Row): boolean {
  const own = endingOf(words[index] ?? '', stem);
  if (own === ending) return true;
  const listed = words[index - 1] === 'including' || places.has(index - 2) || places.has(index - 3);
  return own === 'ing' && listed && words.includes('including');
}

/**
 * The first verb of a sentence and those joined to it in the same form. `shouted` words are never joined verbs.
 */
export function sentenceVerbs(words: readonly string[], shouted: ReadonlySet<string>): SentenceVerb[] {
  const first = firstVerb(words);
  const stem = stemIn(words[first] ?? '', verbs);
  if (stem === undefined) return [];
  const opens = words.slice(0, first).every((word) => BETWEEN.test(word) || stemIn(word, aspects));
  const found = [{ word: stem, index: first, strength: opens ? 1 : LATER }];
  const row: Row = { first, ending: endingOf(words[first] ?? '', stem), places: new Set([first]) };
  for (const [index, word] of words.entries()) {
    const other = index > first && !shouted.has(word) ? stemIn(word, verbs) : undefined;
    if (!other || !isJoined(words, index, row) || !fits(words, index, other, row)) continue;
    const sure =
      row.places.has(index - 2) ||
      determiners.has(words[index + 1] ?? '') ||
      isPair(other, objectOf(words, index));
    if (nouns.has(other) && !sure) continue;
    row.places.add(index);
    found.push({ word: other, index, strength: 1 });
  }
  return found;
}
