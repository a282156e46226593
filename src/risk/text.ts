import phrases from '../../content/taxonomy/risk-phrases.json' with { type: 'json' };
import type { Signal } from '../model/assessment.ts';
import { aspects, determiners, nouns, objectOf, senseOf, tails, verbs } from './lexicon.ts';
import { phraseSignals } from './phrases.ts';
import { CAUTION, round, SEVERITY } from './severity.ts';
import type { RiskPhrases } from './taxonomy.ts';
import { type ClassifiableTool, TEXT_READ } from './tool.ts';
import { stemIn, wordsOfText } from './words.ts';

/** How much each text counts. Our sentence was written to say what a call does. */
const TEXTS = { summary: 1.3, description: 1, title: 0.4 } as const;
/** A verb that is not the first: after `and`, `or` or a comma; found further on. */
const JOINED = 1;
const LATER = 0.5;
/** How far a sentence is searched for its first verb, in words. */
const SEARCHED = 10;
const atStart = (pattern: string): RegExp => new RegExp(`^(?:${pattern})`, 'i');
const openings = (phrases as RiskPhrases).openings.map(atStart);
const skips = (phrases as RiskPhrases).skips.map(atStart);

/** Sentences that are looked at for the first that says what a call does. */
const SENTENCES = 3;

/** The first sentence that says what a call does, without marks, headings and phrases such as “This tool allows you to”. */
export function firstSentence(text: string): string {
  const plain = text.replace(/[*`#>_]+|\[[^\]]*\]|<[^>]*>|[^\p{L}\p{N}\p{P}\s]/gu, ' ').trim();
  const sentences = plain.split(/(?<=[.!?])\s|\n\s*\n|\s(?=Args:)/, SENTENCES).map((each) => each.trim());
  let sentence =
    sentences.find((each) => each && !skips.some((skip) => skip.test(each))) ?? sentences[0] ?? '';
  for (const opening of openings) sentence = sentence.replace(opening, '').trimStart();
  return sentence;
}

interface Verb {
  word: string;
  index: number;
  strength: number;
}

const JOINS = new Set(['and', 'or', ',', 'then', '(', 'including']);
const BETWEEN = /ly$|^(?:also|batch|both|bulk|either|so|then)$/;

/** The form of a verb: `s` for returns, `ing` for returning, nothing for return. */
const endingOf = (word: string, stem: string): string =>
  word === stem ? '' : word.endsWith('ing') ? 'ing' : 's';

/**
 * Whether a verb is joined to the first one: in one row with it (`creates, changes or deletes`), behind `and`
 * (`finds a task and deletes it`), or in a list of activities (`including creating and deleting`).
 */
function isJoined(words: readonly string[], index: number, first: number, row: ReadonlySet<number>): boolean {
  let before = index - 1;
  while (BETWEEN.test(words[before] ?? '')) before--;
  const join = words[before] ?? '';
  if (!JOINS.has(join)) return false;
  while (before > first && (JOINS.has(words[before] ?? '') || BETWEEN.test(words[before] ?? ''))) before--;
  if (before === first || row.has(before)) return true;
  if (join === 'including') return words[index]?.endsWith('ing') ?? false;
  return join !== ',' && join !== '(';
}

/** Whether an activity stands behind `including`, or in one row with one that does. */
const inList = (words: readonly string[], index: number, row: ReadonlySet<number>): boolean =>
  words[index - 1] === 'including' || row.has(index - 2) || row.has(index - 3);

/** Where the first verb is; of `starts following`, the second word. */
function firstVerb(words: readonly string[]): number {
  const at = words.findIndex((word, index) => index < SEARCHED && stemIn(word, verbs) !== undefined);
  const stem = stemIn(words[at] ?? '', aspects);
  const next = words[at + 1] ?? '';
  return stem && next.endsWith('ing') && stemIn(next, verbs) ? at + 1 : at;
}

/** The first verb of a sentence and those joined to it in the same form. */
function verbsIn(words: readonly string[], shouted: ReadonlySet<string>): Verb[] {
  const at = firstVerb(words);
  const first = words[at];
  const stem = first === undefined ? undefined : stemIn(first, verbs);
  if (first === undefined || stem === undefined) return [];
  const listed = words.includes('including');
  const row = new Set([at]);
  const found = [
    {
      word: stem,
      index: at,
      strength: words.slice(0, at).every((word) => BETWEEN.test(word) || stemIn(word, aspects)) ? 1 : LATER,
    },
  ];
  for (const [index, word] of words.entries()) {
    const other = index > at && !shouted.has(word) ? stemIn(word, verbs) : undefined;
    if (!other || !isJoined(words, index, at, row)) continue;
    const ending = endingOf(word, other);
    if (ending !== endingOf(first, stem) && !(listed && ending === 'ing' && inList(words, index, row)))
      continue;
    const sure = row.has(index - 2) || determiners.has(words[index + 1] ?? '');
    if (nouns.has(other) && !sure) continue;
    row.add(index);
    found.push({ word: other, index, strength: JOINED });
  }
  return found;
}

/** Words in capitals in a text that is not: `DELETE` in “runs a DELETE statement” is no verb of the sentence. */
const shoutedIn = (sentence: string): Set<string> =>
  new Set(/[a-z]/.test(sentence) ? sentence.match(/\b[A-Z]{3,}\b/g)?.map((word) => word.toLowerCase()) : []);

/** Without a verb, a word such as “overview” or “statistics” near the start tells what is returned. */
const NAMED = 0.5;
const NAMED_WITHIN = 5;

function namedSignals(words: readonly string[], where: string, scale: number): Signal[] {
  const saw = words.slice(0, NAMED_WITHIN).find((word) => tails.has(word));
  const sense = saw === undefined ? undefined : tails.get(saw);
  if (saw === undefined || !sense) return [];
  const weight = round(sense.weight * NAMED * scale);
  return [
    {
      source: 'text',
      where,
      saw,
      points: sense.points,
      weight,
      note: `The text names what is returned: “${saw}”.`,
    },
  ];
}

/** Of several effects in one sentence the worst counts whole, the others by a little. */
const OTHERS = 0.3;

const severity = (signal: Signal): number => signal.weight * CAUTION[signal.points];

function verbSignals(text: string, where: string, scale: number): Signal[] {
  const sentence = firstSentence(text);
  const words = wordsOfText(sentence);
  const found = verbsIn(words, shoutedIn(sentence)).flatMap(({ word, index, strength }): Signal[] => {
    const sense = senseOf(word, objectOf(words, index));
    if (!sense) return [];
    const saw = [words[index], 'object' in sense ? sense.object : undefined].filter(Boolean).join(' … ');
    const weight = round(sense.weight * strength * scale);
    return [
      {
        source: 'text',
        where,
        saw,
        points: sense.points,
        weight,
        note: sense.note ?? `The text says “${saw}”.`,
      },
    ];
  });
  if (found.length === 0) return namedSignals(words, where, scale);
  const worst = found.toSorted(
    (a, b) => SEVERITY.indexOf(b.points) - SEVERITY.indexOf(a.points) || severity(b) - severity(a),
  )[0];
  return found.map((signal) =>
    signal === worst ? signal : { ...signal, weight: round(signal.weight * OTHERS) },
  );
}

/** Evidence in the texts of a tool: the verbs of the first sentence with their objects, and known phrases. */
export function textSignals(tool: ClassifiableTool): Signal[] {
  return (['summary', 'description', 'title'] as const).flatMap((key) => {
    const text = tool[key]?.slice(0, TEXT_READ);
    if (!text) return [];
    return [...verbSignals(text, `/${key}`, TEXTS[key]), ...phraseSignals(text, `/${key}`, TEXTS[key])];
  });
}
