import type { Signal } from '../model/assessment.ts';
import type { CategoryId } from '../model/category.ts';
import type { ClassifiableTool } from './tool.ts';

/** What each claim of the author speaks for. `idempotentHint` and `openWorldHint` say nothing about effects. */
const CLAIMS: readonly { key: string; value: boolean; points: CategoryId; claim: string }[] = [
  { key: 'readOnlyHint', value: true, points: 'read', claim: 'The author claims that it changes nothing' },
  { key: 'readOnlyHint', value: false, points: 'write', claim: 'The author says that it changes something' },
  {
    key: 'destructiveHint',
    value: true,
    points: 'destructive',
    claim: 'The author says that it may destroy',
  },
];

/** The claims that a tool's annotations make, with the weight they get where nothing contradicts them. */
export function claimsOf(tool: ClassifiableTool): Signal[] {
  const annotations = tool.annotations;
  if (typeof annotations !== 'object' || annotations === null) return [];
  return CLAIMS.filter(
    ({ key, value }) =>
      Object.hasOwn(annotations, key) && (annotations as Record<string, unknown>)[key] === value,
  ).map(({ key, value, points, claim }) => ({
    source: 'annotation',
    where: `/annotations/${key}`,
    saw: `${key}: ${value}`,
    points,
    weight: 1,
    note: `${claim}.`,
  }));
}
