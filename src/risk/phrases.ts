import table from '../../content/taxonomy/risk-phrases.json' with { type: 'json' };
import type { Signal } from '../model/assessment.ts';
import { round } from './severity.ts';
import type { RiskPhrases } from './taxonomy.ts';

/** Where phrases are looked for; further down a text speaks of options and examples. */
const PHRASES_READ = 400;

const known = (table as RiskPhrases).phrases.map((phrase) => ({
  ...phrase,
  test: new RegExp(phrase.pattern, 'i'),
}));

/** Evidence in the phrases of a text, or of the words of a name; `scale` says how much the text counts. */
export function phraseSignals(
  text: string,
  where: string,
  scale: number,
  source: Signal['source'] = 'text',
): Signal[] {
  return known.flatMap(({ test, points, weight, note, within = PHRASES_READ }) => {
    const saw = test.exec(text.slice(0, within))?.[0];
    return saw ? [{ source, where, saw, points, weight: round(weight * scale), note }] : [];
  });
}
