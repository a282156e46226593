import { EACH, type Segment } from './path.ts';
import { member } from './read.ts';
import type { Truth } from './truth.ts';

/** How many elements are searched for the one to show. */
const SEARCHED = 1000;

/** One place that a path leads to. */
export interface Found {
  /** The segments of the path with `[*]` filled in. */
  segments: readonly Segment[];
  /** `undefined` where nothing is there. */
  value: unknown;
}

/** The places that a path leads to, lazily; `[*]` over nothing leads to one missing value. */
function* places(value: unknown, segments: readonly Segment[], walked: readonly Segment[]): Generator<Found> {
  const [next, ...rest] = segments;
  if (next === undefined) yield { segments: walked, value };
  else if (next !== EACH || !Array.isArray(value) || value.length === 0) {
    yield* places(member(value, next), rest, [...walked, next]);
  } else {
    for (const [index, element] of value.entries()) yield* places(element, rest, [...walked, index]);
  }
}

/** The first place on a path whose value is judged so: the one to show for a condition. */
export function sample(
  args: object,
  segments: readonly Segment[],
  judge: (found: unknown) => Truth,
  truth: Truth,
): Found {
  let searched = 0;
  for (const found of places(args, segments, [])) {
    if (judge(found.value) === truth) return found;
    if (++searched === SEARCHED) break;
  }
  return { segments, value: undefined };
}
