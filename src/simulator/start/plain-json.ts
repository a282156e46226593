import { BOUNDS } from '../workspace.ts';

/** Reading of values that anybody may have written: own properties alone, and no deeper than a bound. */

export type Plain = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The own member of an object, or nothing. */
export const own = (value: unknown, key: string): unknown =>
  isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;

/** The first of some members that is there. */
export const ownOf = (value: unknown, ...keys: string[]): unknown =>
  keys.map((key) => own(value, key)).find((found) => found !== undefined);

/** Whether a value nests deeper than arguments may. Walks level by level, so that no depth overflows the stack. */
export function isTooDeep(value: unknown, depth: number = BOUNDS.depth): boolean {
  let level: unknown[] = [value];
  for (let at = 0; level.length > 0; at += 1) {
    if (at > depth) return true;
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
  }
  return false;
}

/** The value of a JSON text, or `undefined`. */
export function readJsonText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
