import categories from '../../content/taxonomy/categories.json' with { type: 'json' };
import type { Assessment, Confidence, Signal } from '../model/assessment.ts';
import type { CategoryId, LevelId } from '../model/category.ts';
import { claimsOf } from './annotations.ts';
import { nameSignals } from './name.ts';
import { parameterSignals } from './parameter-signals.ts';
import { CAUTION } from './severity.ts';
import { textSignals } from './text.ts';
import type { ClassifiableTool } from './tool.ts';

export type { ClassifiableTool } from './tool.ts';

const levels = new Map(categories.categories.map(({ id, level }) => [id, level as LevelId]));

/** Below this there is too little evidence to say anything. */
const LEAST = 0.5;

export interface Score {
  category: CategoryId;
  score: number;
}

/** The categories that a tool's signals speak for, the strongest first. */
export function scoresOf(signals: readonly Signal[]): Score[] {
  const sums = new Map<CategoryId, number>();
  for (const { points, weight } of signals)
    sums.set(points, (sums.get(points) ?? 0) + weight * CAUTION[points]);
  return [...sums]
    .map(([category, score]) => ({ category, score }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
}

function confidenceOf([first, second]: readonly Score[]): Confidence {
  if (!first || first.score < LEAST) return 'none';
  const lead = first.score - (second?.score ?? 0);
  if (lead >= 3) return 'high';
  return lead >= 1.5 ? 'medium' : 'low';
}

/**
 * What a normal call of a tool does, by its worst effect, with every piece of evidence. Deterministic and pure;
 * any tool object is survived. The author's annotations count as claims, never as proof.
 */
export function classify(tool: ClassifiableTool): Assessment {
  const signals = [...nameSignals(tool), ...textSignals(tool), ...parameterSignals(tool), ...claimsOf(tool)];
  const scores = scoresOf(signals);
  const confidence = confidenceOf(scores);
  const category = confidence === 'none' ? 'unclassified' : (scores[0]?.category ?? 'unclassified');
  return { name: tool.name, category, level: levels.get(category) ?? 'unrated', confidence, signals };
}
