import { pointerOf } from './pointer.ts';
import type { Fault } from './policy-error.ts';
import { isPlain } from './read.ts';

/** What a copy may hold at most. */
export interface CopyBounds {
  /** Nested arrays and objects. */
  depth: number;
  /** Values in all: data that shares parts of itself could otherwise be copied for ever. */
  values: number;
}

/**
 * Copies JSON data and freezes the copy, so that nobody changes a document after it was checked. `-0` becomes `0`,
 * and members that are `undefined` are left out, as in JSON text. Finds all that JSON text could not carry.
 */
export function copyPlain(value: unknown, bounds: CopyBounds): { copy: unknown; faults: Fault[] } {
  const faults: Fault[] = [];
  /** The keys from the top to here, and the objects passed on the way. */
  const path: (string | number)[] = [];
  const inside = new Set<object>();
  let left = bounds.values;

  const fault = (found: string, expected: string): undefined => {
    if (left > 0) faults.push({ pointer: pointerOf(path), found, expected });
  };

  function copyOf(one: unknown): unknown {
    if (left-- <= 0) {
      if (left === -1)
        faults.push({ pointer: '', found: 'more values', expected: `at most ${bounds.values}` });
      return undefined;
    }
    if (typeof one === 'object' && one !== null) return copyInside(one);
    if (typeof one !== 'number') {
      const json = one === null || typeof one === 'string' || typeof one === 'boolean';
      return json ? one : fault(`a value of type ${typeof one}`, 'JSON data');
    }
    if (!Number.isFinite(one)) return fault(String(one), 'a finite number');
    return Object.is(one, -0) ? 0 : one;
  }

  function copyInside(one: object): unknown {
    if (inside.has(one)) return fault('an object inside itself', 'JSON data');
    if (path.length >= bounds.depth) return fault('deeper nesting', `at most ${bounds.depth} levels`);
    if (!Array.isArray(one) && !isPlain(one)) return fault('an object with a class', 'JSON data');
    inside.add(one);
    const copy = Array.isArray(one) ? copyArray(one) : copyObject(one);
    inside.delete(one);
    return Object.freeze(copy);
  }

  const copyAt = (key: string | number, one: unknown): unknown => {
    path.push(key);
    const copy = copyOf(one);
    path.pop();
    return copy;
  };

  const copyArray = (one: readonly unknown[]): unknown[] =>
    Array.from(one, (element, index) => copyAt(index, element));

  function copyObject(one: object): object {
    const members = Object.entries(one).filter(([, member]) => member !== undefined);
    // `fromEntries` defines its keys, so that `__proto__` is a name like any other.
    return Object.fromEntries(members.map(([key, member]) => [key, copyAt(key, member)]));
  }

  try {
    return { copy: copyOf(value), faults };
  } catch {
    // Only what a program hands over can throw when it is read: a getter, or a proxy.
    return {
      copy: undefined,
      faults: [{ pointer: '', found: 'a value that cannot be read', expected: 'JSON data' }],
    };
  }
}
