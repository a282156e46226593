import type { Assessment } from '../model/assessment.ts';
import { claimSignals } from './annotations.ts';
import { levelOf } from './levels.ts';
import { nameSignals } from './name.ts';
import { parameterSignals } from './parameter-signals.ts';
import { textSignals } from './text.ts';
import type { ClassifiableTool } from './tool.ts';
import { verdictOf } from './verdict.ts';

export type { ClassifiableTool } from './tool.ts';

/**
 * What a normal call of a tool does, by its worst effect, with every piece of evidence. Deterministic and pure;
 * any tool object is survived. The author's annotations count as claims, never as proof.
 */
export function classify(tool: ClassifiableTool): Assessment {
  const evidence = [...nameSignals(tool), ...textSignals(tool), ...parameterSignals(tool)];
  const signals = [...evidence, ...claimSignals(tool, evidence)];
  const { category, confidence } = verdictOf(signals);
  return { name: tool.name, category, level: levelOf(category), confidence, signals };
}
