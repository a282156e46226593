import { EACH, pathOf, type Segment } from './path.ts';
import { member } from './read.ts';
import type { Truth } from './truth.ts';

/** How many elements are searched for the one to show. */
const SEARCHED = 1000;

/** A value found on a path, and where. */
export interface Found {
  /** The path with `[*]` filled in. */
  path: string;
  /** `undefined` where nothing is there. */
  value: unknown;
}

/** The places a path leads to, lazily; `[*]` over nothing leads to one missing value. */
export function* places(
  value: unknown,
  segments: readonly Segment[],
  walked: readonly Segment[] = [],
): Generator<{ segments: readonly Segment[]; value: unknown }> {
  const [next, ...rest] = segments;
  if (next === undefined) yield { segments: walked, value };
  else if (next !== EACH || !Array.isArray(value) || value.length === 0) {
    yield* places(member(value, next), rest, [...walked, next]);
  } else {
    for (const [index, element] of value.entries()) yield* places(element, rest, [...walked, index]);
  }
}

/** The first value on a path that is judged so: the one to show for a condition. */
export function sample(
  args: object,
  segments: readonly Segment[],
  judge: (found: unknown) => Truth,
  truth: Truth,
): Found {
  let searched = 0;
  for (const { segments: walked, value } of places(args, segments)) {
    if (judge(value) === truth) return { path: pathOf(walked), value };
    if (++searched === SEARCHED) break;
  }
  return { path: pathOf(segments), value: undefined };
}
