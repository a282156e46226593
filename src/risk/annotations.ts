import type { Signal } from '../model/assessment.ts';
import type { CategoryId } from '../model/category.ts';
import type { ClassifiableTool } from './tool.ts';
import { verdictOf } from './verdict.ts';

/**
 * What the author claims with each hint. `idempotentHint` and `openWorldHint` say nothing about what a call does,
 * and `destructiveHint: false` only that it is no worse than a change.
 */
const CLAIMS: readonly { key: string; value: boolean; points: CategoryId; claim: string }[] = [
  {
    key: 'readOnlyHint',
    value: true,
    points: 'read',
    claim: 'The author claims that a call changes nothing',
  },
  {
    key: 'readOnlyHint',
    value: false,
    points: 'write',
    claim: 'The author says that a call changes something',
  },
  {
    key: 'destructiveHint',
    value: true,
    points: 'destructive',
    claim: 'The author says that a call may destroy',
  },
  {
    key: 'destructiveHint',
    value: false,
    points: 'write',
    claim: 'The author claims that a call destroys nothing',
  },
];

/** A claim of harm is believed this much; with no other evidence it decides. */
const CLAIM = 1;

const SEEN_IN: Record<Signal['source'], string> = {
  name: 'the name says',
  text: 'the text says',
  parameter: 'a parameter is',
  annotation: 'another hint is',
};

const isHarm = (points: CategoryId): boolean => points !== 'read' && points !== 'unclassified';
const heaviest = (signals: readonly Signal[]): Signal | undefined =>
  signals.toSorted((a, b) => b.weight - a.weight)[0];

/** The strongest evidence against a claim: of harm against “changes nothing”, of mere reading against the others. */
function against(claim: Signal, evidence: readonly Signal[]): Signal | undefined {
  const { category } = verdictOf(evidence);
  const contradicted = claim.points === 'read' ? isHarm(category) : category === 'read';
  return contradicted ? heaviest(evidence.filter(({ points }) => points === category)) : undefined;
}

/**
 * The author's claims as signals. A claim of harm counts; a claim of harmlessness is shown and never counts, for
 * anyone can make it. One that the other evidence contradicts says so.
 */
export function claimSignals(tool: ClassifiableTool, evidence: readonly Signal[]): Signal[] {
  const { annotations } = tool;
  if (typeof annotations !== 'object' || annotations === null) return [];
  const hints = annotations as Record<string, unknown>;
  return CLAIMS.filter(({ key, value }) => Object.hasOwn(hints, key) && hints[key] === value).map(
    ({ key, value, points, claim }): Signal => {
      const signal = {
        source: 'annotation' as const,
        where: `/annotations/${key}`,
        saw: `${key}: ${value}`,
        points,
      };
      const counts = points === 'destructive' || (key === 'readOnlyHint' && !value);
      const contradiction = against({ ...signal, weight: 0, note: '' }, evidence);
      const note = contradiction
        ? `${claim}, but ${SEEN_IN[contradiction.source]} “${contradiction.saw}”.`
        : `${claim}.`;
      return { ...signal, weight: counts ? CLAIM : 0, note };
    },
  );
}
