import type { Signal } from '../model/assessment.ts';
import type { CategoryId } from '../model/category.ts';
import type { ClassifiableTool } from './tool.ts';
import { verdictOf } from './verdict.ts';

interface Claim {
  key: string;
  value: boolean;
  points: CategoryId;
  weight: number;
  claim: string;
  /** The categories that the claim cannot be true of. */
  contradicts: readonly CategoryId[];
}

/** A claim of harm is believed this much; with no other evidence it decides. */
const CLAIM = 1;
const HARM: readonly CategoryId[] = ['write', 'execute', 'destructive', 'financial'];

/**
 * What the author claims with each hint. A claim of harmlessness has no weight, for anyone can make it.
 * `idempotentHint` and `openWorldHint` say nothing about what a call does, and `destructiveHint: false` only that
 * it is no worse than a change.
 */
const CLAIMS: readonly Claim[] = [
  {
    key: 'readOnlyHint',
    value: true,
    points: 'read',
    weight: 0,
    claim: 'The author claims that a call changes nothing',
    contradicts: HARM,
  },
  {
    key: 'readOnlyHint',
    value: false,
    points: 'write',
    weight: CLAIM,
    claim: 'The author says that a call changes something',
    contradicts: ['read'],
  },
  {
    key: 'destructiveHint',
    value: true,
    points: 'destructive',
    weight: CLAIM,
    claim: 'The author says that a call may destroy',
    contradicts: ['read'],
  },
  {
    key: 'destructiveHint',
    value: false,
    points: 'write',
    weight: 0,
    claim: 'The author claims that a call destroys nothing',
    contradicts: ['destructive'],
  },
];

const SEEN_IN: Record<Signal['source'], string> = {
  name: 'the name says',
  text: 'the text says',
  parameter: 'a parameter is',
  annotation: 'another hint is',
};

/** The strongest evidence for a category that a claim cannot be true of. */
function against({ contradicts }: Claim, evidence: readonly Signal[]): Signal | undefined {
  const { category } = verdictOf(evidence);
  if (!contradicts.includes(category)) return undefined;
  return evidence.filter(({ points }) => points === category).toSorted((a, b) => b.weight - a.weight)[0];
}

/** The author's claims as signals, each told apart where the other evidence contradicts it. */
export function claimSignals(tool: ClassifiableTool, evidence: readonly Signal[]): Signal[] {
  const { annotations } = tool;
  if (typeof annotations !== 'object' || annotations === null) return [];
  const hints = annotations as Record<string, unknown>;
  const made = CLAIMS.filter(({ key, value }) => Object.hasOwn(hints, key) && hints[key] === value);
  return made.map((each): Signal => {
    const { key, value, points, weight, claim } = each;
    const other = against(each, evidence);
    const note = other ? `${claim}, but ${SEEN_IN[other.source]} “${other.saw}”.` : `${claim}.`;
    return {
      source: 'annotation',
      where: `/annotations/${key}`,
      saw: `${key}: ${value}`,
      points,
      weight,
      note,
    };
  });
}
