import type { Signal } from '../model/assessment.ts';
import { ends, nouns, objectOf, type Sense, senseOf, tails, things, verbs } from './lexicon.ts';
import { phraseSignals } from './phrases.ts';
import { round, SEVERITY } from './severity.ts';
import type { ClassifiableTool } from './tool.ts';
import { wordsOfName } from './words.ts';

/** How much the words of a name count against those of a sentence. */
const NAME = 0.8;
/** A verb opens a name; where an object comes first (`pages_get`), the verb ends it. */
const FIRST = 1;
/** The first word that is only a verb, behind the name of a product or a thing. */
const FIRST_VERB = 0.85;
const FIRST_NOUN = 0.75;
const LAST = 0.85;
const INNER = 0.65;
/** A second reading of the name. */
const SECOND = 0.5;
/** A word that is as often a noun, where it is not the first. */
const NOUN = 0.3;

const isVerb = (word: string): boolean => verbs.has(word) && !nouns.has(word);

/** Last words that add nothing: `search_tool`, `balance_of`. */
const EMPTY = /^(?:tools?|api|function|action|endpoint|command|mcp|v?\d+)$/;

/** The words of a name, without a leading name of the server, which says nothing about one tool. */
export function ownWords(tool: ClassifiableTool): string[] {
  const words = wordsOfName(tool.name);
  const server = new Set(wordsOfName(tool.server ?? ''));
  const start = words.findIndex((word) => !server.has(word));
  const own = start > 0 && words.slice(start).some(isVerb) ? words.slice(start) : words;
  const end = own.findLastIndex((word) => !EMPTY.test(word) && !ends.has(word));
  return end > 0 ? own.slice(0, end + 1) : own;
}

/** Verbs that tell, right behind the first word, that this first word is a product: `close_get_contact`. */
const CORE = new Set(
  'get list create update delete search send fetch add remove set post put patch run start stop restart'.split(
    ' ',
  ),
);

const isPrefix = ([first = '', second = '', ...rest]: readonly string[]): boolean =>
  !CORE.has(first) &&
  CORE.has(second) &&
  rest.length > 0 &&
  !(nouns.has(second) && (isVerb(first) || rest.some(isVerb)));

const JOINS = new Set(['and', 'or', 'then']);

function strength(word: string, index: number, words: readonly string[]): number {
  const noun = nouns.has(word);
  if (index === 0) return isPrefix(words) ? INNER * NOUN : noun ? FIRST_NOUN : FIRST;
  if (index === 1 && isPrefix(words)) return FIRST;
  if (!noun && words.findIndex(isVerb) === index) return FIRST_VERB;
  if (!noun && JOINS.has(words[index - 1] ?? '')) return FIRST;
  const place = index === words.length - 1 ? LAST : INNER;
  const object = ends.has(words[index - 1] ?? '');
  return noun || object ? place * NOUN : place;
}

interface Found {
  saw: string;
  sense: Sense;
  strength: number;
}

/** The verb in the strongest place; of several in equal places (`get_studies_and_save`) the one with the worst effect. */
function verbIn(words: readonly string[]): Found | undefined {
  const found = words.flatMap((word, index) => {
    const sense = verbs.has(word) ? senseOf(word, objectOf(words, index)) : undefined;
    if (!sense) return [];
    const saw = sense.object === undefined ? word : `${word} … ${sense.object}`;
    return [{ saw, sense, strength: strength(word, index, words) }];
  });
  const severity = ({ sense }: Found) => SEVERITY.indexOf(sense.points);
  return found.toSorted((a, b) => b.strength - a.strength || severity(b) - severity(a))[0];
}

/** A noun in the plural, which a name such as `trades_by_ticker` may consist of. */
const PLURAL = /\w{2}[^aiosu]s$/;
const NAMED = 0.5;

/** The last word that tells what is returned, or the plural that a name without a verb names. */
function thingIn(words: readonly string[], verbless: boolean): Found | undefined {
  const last = words.at(-1) ?? '';
  const sense = ends.has(words.at(-2) ?? '') ? undefined : tails.get(last);
  if (sense)
    return { saw: last, sense, strength: words.some(isVerb) ? LAST : words.length > 1 ? FIRST : INNER };
  const heads = words.filter((_, index) => index === words.length - 1 || ends.has(words[index + 1] ?? ''));
  const saw = verbless ? heads.find((word) => PLURAL.test(word)) : undefined;
  return saw === undefined ? undefined : { saw, sense: things, strength: NAMED };
}

/** Evidence in the tool's name: its verb with its object, or a last word that tells what it returns. */
export function nameSignals(tool: ClassifiableTool): Signal[] {
  const words = ownWords(tool);
  const verb = verbIn(words);
  const found = [verb, thingIn(words, verb === undefined)]
    .filter((each) => each !== undefined)
    .toSorted((a, b) => b.strength - a.strength);
  const signals = found.slice(0, verb && verb.strength >= LAST ? 1 : 2).map(
    ({ saw, sense, strength }, index): Signal => ({
      source: 'name',
      where: '/name',
      saw,
      points: sense.points,
      weight: round(sense.weight * strength * NAME * (index === 0 ? 1 : SECOND)),
      note: sense.note,
    }),
  );
  return [...signals, ...phraseSignals(words.join(' '), '/name', NAME, 'name')];
}
