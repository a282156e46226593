import type { Signal } from '../model/assessment.ts';
import { objectOf, senseOf, tails } from './lexicon.ts';
import { phraseSignals } from './phrases.ts';
import { shoutedIn, tellingSentences } from './sentence.ts';
import { type SentenceVerb, sentenceVerbs } from './sentence-verbs.ts';
import { onlyWorst, round } from './severity.ts';
import { type ClassifiableTool, TEXT_READ } from './tool.ts';
import { wordsOfText } from './words.ts';

/** How much each text counts. Our sentence was written to say what a call does; a title mostly repeats the name. */
const TEXTS = { summary: 1.3, description: 1, title: 0.4 } as const;

/** Without a verb, a word such as “overview” or “statistics” near the start tells what is returned. */
const NAMED = 0.5;
const NAMED_WITHIN = 5;
/** A sentence behind one that says nothing of what a call does. */
const LATER = 0.5;

function namedSignals(words: readonly string[], where: string, scale: number): Signal[] {
  const saw = words.slice(0, NAMED_WITHIN).find((word) => tails.has(word));
  const sense = saw === undefined ? undefined : tails.get(saw);
  if (saw === undefined || !sense) return [];
  const { points, weight, note } = sense;
  return [{ source: 'text', where, saw, points, weight: round(weight * NAMED * scale), note }];
}

function verbSignal(words: readonly string[], verb: SentenceVerb, where: string, scale: number): Signal[] {
  const sense = senseOf(verb.word, objectOf(words, verb.index));
  if (!sense) return [];
  const { points, weight, note, object } = sense;
  const seen = words[verb.index] ?? verb.word;
  const saw = object === undefined ? seen : `${seen} … ${object}`;
  return [{ source: 'text', where, saw, points, weight: round(weight * verb.strength * scale), note }];
}

function verbsIn(sentence: string, where: string, scale: number): Signal[] {
  const words = wordsOfText(sentence);
  return onlyWorst(
    sentenceVerbs(words, shoutedIn(sentence)).flatMap((verb) => verbSignal(words, verb, where, scale)),
  );
}

/** What the first telling sentence says a call does; where it says nothing, the first after it that does. */
function sentenceSignals(text: string, where: string, scale: number): Signal[] {
  const [first = '', ...later] = tellingSentences(text);
  const said = [
    () => verbsIn(first, where, scale),
    () => namedSignals(wordsOfText(first), where, scale),
    ...later.map((sentence) => () => verbsIn(sentence, where, scale * LATER)),
  ];
  for (const signals of said) {
    const found = signals();
    if (found.length > 0) return found;
  }
  return [];
}

/** Evidence in the texts of a tool: the verbs of the first sentence with their objects, and known phrases. */
export function textSignals(tool: ClassifiableTool): Signal[] {
  return (['summary', 'description', 'title'] as const).flatMap((key) => {
    const text = tool[key]?.slice(0, TEXT_READ);
    if (!text) return [];
    return [...sentenceSignals(text, `/${key}`, TEXTS[key]), ...phraseSignals(text, `/${key}`, TEXTS[key])];
  });
}
