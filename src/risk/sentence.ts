import phrases from '../../content/taxonomy/risk-phrases.json' with { type: 'json' };
import type { RiskPhrases } from './taxonomy.ts';

const atStart = (pattern: string): RegExp => new RegExp(`^(?:${pattern})`, 'iu');
const openings = (phrases as RiskPhrases).openings.map(atStart);
const skips = (phrases as RiskPhrases).skips.map(atStart);

/** Sentences that are looked at for the first that says what a call does. */
const SENTENCES = 3;
/** Marks of Markdown and HTML, text in brackets, and signs that are no words. */
const MARKS = /[*`#>_]+|\[[^\]]*\]|<[^>]*>|[^\p{L}\p{N}\p{P}\s]/gu;
const ENDS = /(?<=[.!?])(?<!\b(?:e\.g|i\.e|etc|vs)\.)\s|(?<=[。！？])|\n\s*\n|\s(?=Args:)/i;

const withoutOpening = (text: string): string =>
  openings.reduce((sentence, opening) => sentence.replace(opening, '').trimStart(), text);

/** The first sentences that say what a call does, without marks and openings such as “This tool allows you to”. */
export function tellingSentences(text: string): string[] {
  const plain = text.replace(MARKS, ' ').trim();
  const sentences = plain.split(ENDS, SENTENCES).map((each) => each.trim());
  const telling = sentences.filter((each) => each !== '' && !skips.some((skip) => skip.test(each)));
  const opened = sentences.slice(0, 1).filter((each) => withoutOpening(each) !== each);
  return (telling.length > 0 ? telling : opened).map(withoutOpening);
}

/** The first of them. */
export const firstSentence = (text: string): string => tellingSentences(text)[0] ?? '';

/** Words in capitals in a text that is not: `DELETE` in “runs a DELETE statement” is no verb of the sentence. */
export const shoutedIn = (sentence: string): Set<string> =>
  new Set(/[a-z]/.test(sentence) ? sentence.match(/\b[A-Z]{3,}\b/g)?.map((word) => word.toLowerCase()) : []);
