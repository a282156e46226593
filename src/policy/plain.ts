import { pointerOf } from './pointer.ts';
import { type Fault } from './policy-error.ts';
import { isPlain } from './read.ts';

type Key = string | number;

/** A place still to copy: `put` sets the copy where it belongs. */
interface Waiting {
  value: unknown;
  /** From the top to here. */
  path: readonly Key[];
  /** The objects that this one lies in, to find cycles. */
  inside: ReadonlySet<object>;
  put: (copy: unknown) => void;
}

/**
 * Copies JSON data, so that nobody can change a document after it was checked; `-0` becomes `0`, and members that
 * are `undefined` are left out, as in JSON text. Finds all that JSON text could not carry, and nesting deeper
 * than `depth`. Walks without recursion, so that no depth overflows the stack.
 */
export function copyPlain(value: unknown, depth: number): { copy: unknown; faults: Fault[] } {
  const faults: Fault[] = [];
  let copy: unknown;
  const put = (result: unknown): void => {
    copy = result;
  };
  const waiting: Waiting[] = [{ value, path: [], inside: new Set(), put }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const fault = faultOf(next, depth);
    if (fault !== undefined) faults.push({ pointer: pointerOf(next.path), ...fault });
    else waiting.push(...open(next));
  }
  return { copy, faults };
}

function faultOf({ value, path, inside }: Waiting, depth: number): Omit<Fault, 'pointer'> | undefined {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return { found: String(value), expected: 'a finite number' };
  }
  if (typeof value === 'object' && value !== null) {
    if (inside.has(value)) return { found: 'an object inside itself', expected: 'JSON data' };
    if (path.length >= depth) return { found: 'deeper nesting', expected: `at most ${depth} levels` };
    if (!Array.isArray(value) && !isPlain(value))
      return { found: 'an object with a class', expected: 'JSON data' };
    return undefined;
  }
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return undefined;
  return { found: `a value of type ${typeof value}`, expected: 'JSON data' };
}

/** Puts the copy of one place, and gives the places inside it, in an order where the first is popped first. */
function open({ value, path, inside, put }: Waiting): Waiting[] {
  if (typeof value !== 'object' || value === null) {
    put(Object.is(value, -0) ? 0 : value);
    return [];
  }
  const copy: object = Array.isArray(value) ? [] : {};
  put(copy);
  const entries: [Key, unknown][] = Array.isArray(value)
    ? Array.from(value, (element, index): [Key, unknown] => [index, element])
    : Object.entries(value).filter(([, member]) => member !== undefined);
  const within = new Set(inside).add(value);
  return entries
    .map(([key, inner]) => ({ value: inner, path: [...path, key], inside: within, put: setter(copy, key) }))
    .reverse();
}

/** Defines rather than assigns, so that `__proto__` is a name like any other. */
const setter =
  (target: object, key: Key) =>
  (value: unknown): void => {
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  };
