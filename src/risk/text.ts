import phrases from '../../content/taxonomy/risk-phrases.json' with { type: 'json' };
import type { Signal } from '../model/assessment.ts';
import { nouns, senseOf, verbs } from './lexicon.ts';
import { round } from './name.ts';
import type { RiskPhrases } from './taxonomy.ts';
import { type ClassifiableTool, TEXT_READ } from './tool.ts';
import { stemIn, wordsOfText } from './words.ts';

/** How much each text counts. Our sentence was written to say what a call does. */
const TEXTS = { summary: 1, description: 0.9 } as const;
/** A verb that is not the first: after `and`, `or` or a comma; found further on. */
const JOINED = 0.9;
const LATER = 0.5;
/** How far a sentence is searched for its first verb, in words. */
const SEARCHED = 8;
/** How far behind a verb its object is looked for, in words. */
const REACH = 9;

const table = phrases as RiskPhrases;
const known = table.phrases.map((phrase) => ({ ...phrase, test: new RegExp(phrase.pattern, 'i') }));
const openings = table.openings.map((opening) => new RegExp(`^(?:${opening})`, 'i'));

/** The sentence a text opens with, without marks, headings and phrases such as “This tool allows you to”. */
export function firstSentence(text: string): string {
  const plain = text.replace(/[*`#>_]+|\[[^\]]*\]|<[^>]*>|[^\p{L}\p{N}\p{P}\s]/gu, ' ').trim();
  let sentence = plain.split(/(?<=[.!?])\s|\n\s*\n|\s(?=Args:)/, 1)[0]?.trim() ?? '';
  for (const opening of openings) sentence = sentence.replace(opening, '').trimStart();
  return sentence;
}

interface Verb {
  word: string;
  index: number;
  strength: number;
}

const STOP = new Set(['.', ';', ':', '(', ')', '!', '?']);
const JOINS = new Set(['and', 'or', ',', 'then']);

/** The first verb of a sentence and those joined to it in the same form. */
function verbsIn(words: readonly string[]): Verb[] {
  const at = words.findIndex((word, index) => index < SEARCHED && stemIn(word, verbs) !== undefined);
  const first = words[at];
  if (first === undefined) return [];
  const inflected = first !== stemIn(first, verbs);
  const adverbs = words.slice(0, at).every((word) => word.endsWith('ly'));
  const rest = words.flatMap((word, index): Verb[] => {
    const stem = index > at && JOINS.has(words[index - 1] ?? '') ? stemIn(word, verbs) : undefined;
    if (!stem || (stem !== word) !== inflected || (!inflected && nouns.has(word))) return [];
    return [{ word: stem, index, strength: JOINED }];
  });
  return [{ word: stemIn(first, verbs) ?? first, index: at, strength: adverbs ? 1 : LATER }, ...rest];
}

const objectsAfter = (words: readonly string[], index: number): string[] => {
  const after = words.slice(index + 1, index + 1 + REACH);
  const end = after.findIndex((word) => STOP.has(word));
  return end < 0 ? after : after.slice(0, end);
};

function verbSignals(text: string, where: string, scale: number): Signal[] {
  const words = wordsOfText(firstSentence(text));
  return verbsIn(words).flatMap(({ word, index, strength }) => {
    const sense = senseOf(word, objectsAfter(words, index));
    if (!sense) return [];
    const saw = [words[index], 'object' in sense ? sense.object : undefined].filter(Boolean).join(' … ');
    return {
      source: 'text' as const,
      where,
      saw,
      points: sense.points,
      weight: round(sense.weight * strength * scale),
      note: sense.note ?? `The text says “${saw}”.`,
    };
  });
}

function phraseSignals(text: string, where: string, scale: number): Signal[] {
  return known.flatMap(({ test, points, weight, note }) => {
    const saw = test.exec(text)?.[0];
    return saw ? [{ source: 'text' as const, where, saw, points, weight: round(weight * scale), note }] : [];
  });
}

/** Evidence in the texts of a tool: the verbs of the first sentence with their objects, and known phrases. */
export function textSignals(tool: ClassifiableTool): Signal[] {
  return (['summary', 'description'] as const).flatMap((key) => {
    const text = tool[key]?.slice(0, TEXT_READ);
    if (!text) return [];
    return [...verbSignals(text, `/${key}`, TEXTS[key]), ...phraseSignals(text, `/${key}`, TEXTS[key])];
  });
}
