import type { PolicyDocument } from './document.ts';
import { pointerOf } from './pointer.ts';

/** The pointers of all that can decide in a document: hidden names, predicates, limits, approvals, a default that denies. */
export function rulePlaces(document: PolicyDocument): string[] {
  const { all_tools = {}, default: fallback, hide = [], tools = {} } = document;
  const own = Object.entries(tools).flatMap(([tool, rule]) => [
    ...placesIn(pointerOf(['tools', tool]), rule),
    ...(rule.approval === undefined ? [] : [`${pointerOf(['tools', tool])}/approval`]),
  ]);
  return [
    ...(fallback === 'deny' ? ['/default'] : []),
    ...hide.map((_, index) => `/hide/${index}`),
    ...own,
    ...placesIn('/all_tools', all_tools),
  ];
}

const placesIn = (pointer: string, rule: NonNullable<PolicyDocument['all_tools']>): string[] =>
  (['require', 'deny_if', 'limits'] as const).flatMap((key) =>
    (rule[key] ?? []).map((_, index) => `${pointer}/${key}/${index}`),
  );

/** The place among these that a decision's pointer stands in. */
export const placeOf = (pointer: string, places: readonly string[]): string | undefined =>
  places.find((place) => `${pointer}/`.startsWith(`${place}/`));
