import type { Confidence, Signal } from '../model/assessment.ts';
import type { CategoryId } from '../model/category.ts';
import { CAUTION } from './severity.ts';

/** What a tool's signals come to. */
export interface Verdict {
  category: CategoryId;
  confidence: Confidence;
}

/** Below this there is too little evidence to say anything. */
const LEAST = 0.5;
/** How far the first category must be ahead of the second. */
const AHEAD = { high: 3, medium: 1.5 };

/** The categories that signals speak for, the strongest first, with doubt added to the worse effects. */
function scoresOf(signals: readonly Signal[]): { category: CategoryId; score: number }[] {
  const sums = new Map<CategoryId, number>();
  for (const { points, weight } of signals)
    sums.set(points, (sums.get(points) ?? 0) + weight * CAUTION[points]);
  return [...sums]
    .map(([category, score]) => ({ category, score }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
}

/** The category that signals speak for most, and how sure that is; `unclassified` where they say next to nothing. */
export function verdictOf(signals: readonly Signal[]): Verdict {
  const [first, second] = scoresOf(signals);
  if (!first || first.score < LEAST) return { category: 'unclassified', confidence: 'none' };
  const lead = first.score - (second?.score ?? 0);
  const confidence = lead >= AHEAD.high ? 'high' : lead >= AHEAD.medium ? 'medium' : 'low';
  return { category: first.category, confidence };
}
