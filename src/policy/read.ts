import { EACH, type Segment } from './path.ts';
import { DOUBT, NO, type Truth, YES } from './truth.ts';

/** Stands for a place that cannot be read because it lies inside something that is not JSON data. */
export const UNREADABLE = Symbol('unreadable');

/**
 * How many array elements one condition looks at before it gives up in doubt. JSON text of any usual size stays
 * far below; data that shares or contains itself could otherwise be walked for ever.
 */
export const ELEMENTS_MAX = 1_000_000;

/** Whether an object is a plain one: made by a literal or by `JSON.parse`, in this realm or another. */
export function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Whether a value is of a type that JSON carries. Looks at the value itself, not into it. */
export function isReadable(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(value);
    case 'object':
      return value === null || Array.isArray(value) || isPlain(value);
    default:
      return false;
  }
}

/**
 * The own member of a value: `undefined` where there is none, `UNREADABLE` inside anything but JSON data.
 * Names belong to objects and indexes to arrays, so `args.items.length` and `args.items.0` are missing.
 */
export function member(value: unknown, segment: Segment): unknown {
  if (value === undefined) return undefined;
  if (!isReadable(value)) return UNREADABLE;
  const kind = Array.isArray(value) ? 'number' : 'string';
  if (typeof value !== 'object' || value === null || typeof segment !== kind) return undefined;
  const key = segment as keyof typeof value;
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

/** A function that reads one value; for paths without `[*]`. */
export function reader(segments: readonly Segment[]): (args: object) => unknown {
  const [only] = segments;
  if (segments.length === 1 && typeof only === 'string') {
    return (args) => (Object.hasOwn(args, only) ? (args as Record<string, unknown>)[only] : undefined);
  }
  return (args) => {
    let value: unknown = args;
    for (const segment of segments) value = member(value, segment);
    return value;
  };
}

/**
 * A function that tells whether a test holds at a path with `[*]`: where it holds for any element. It is in doubt
 * where none holds and one is in doubt. An empty array has no element, so the path is missing there.
 */
export const anyOf =
  (segments: readonly Segment[], test: (found: unknown) => Truth) =>
  (args: object): Truth =>
    anyElement(args, segments, 0, test, { left: ELEMENTS_MAX });

function anyElement(
  start: unknown,
  segments: readonly Segment[],
  from: number,
  test: (value: unknown) => Truth,
  budget: { left: number },
): Truth {
  let value = start;
  for (let at = from; at < segments.length; at++) {
    if (segments[at] !== EACH || !Array.isArray(value) || value.length === 0) {
      value = member(value, segments[at] as Segment);
      continue;
    }
    let found: Truth = NO;
    for (const element of value) {
      if (budget.left-- <= 0) return DOUBT;
      const truth = anyElement(element, segments, at + 1, test, budget);
      if (truth === YES) return YES;
      if (truth === DOUBT) found = DOUBT;
    }
    return found;
  }
  return test(value);
}
