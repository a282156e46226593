import type { Condition, Json } from './document.ts';
import type { Segment } from './path.ts';
import { isPlain } from './read.ts';
import { type Truth, YES } from './truth.ts';

/** Stands for leaving an argument out. */
export const LEFT_OUT = Symbol('left out');
/** What an argument may be set to. */
export type Wish = Json | typeof LEFT_OUT;

/**
 * JSON data with one place changed; everything beside the way there is shared with the old data. Objects and arrays
 * are made where nothing stands. `undefined` where the place cannot be: inside a scalar, or beyond the next element.
 */
export function edited(value: unknown, [next, ...rest]: readonly Segment[], wish: Wish): unknown {
  if (next === undefined) return wish;
  const host = value ?? (typeof next === 'string' ? {} : []);
  if (Array.isArray(host)) return editedArray(host, Number(next), rest, wish);
  if (typeof host !== 'object' || !isPlain(host) || typeof next !== 'string') return undefined;
  return editedObject(host as Record<string, unknown>, next, rest, wish);
}

function editedArray(host: readonly unknown[], at: number, rest: readonly Segment[], wish: Wish): unknown {
  if (!(at <= host.length)) return undefined;
  const inner = edited(host[at], rest, wish);
  if (inner === undefined) return undefined;
  return inner === LEFT_OUT ? host.toSpliced(at, 1) : host.toSpliced(at, 1, inner);
}

function editedObject(
  host: Record<string, unknown>,
  at: string,
  rest: readonly Segment[],
  wish: Wish,
): unknown {
  const inner = edited(Object.hasOwn(host, at) ? host[at] : undefined, rest, wish);
  if (inner === undefined) return undefined;
  const others = Object.entries(host).filter(([key]) => key !== at);
  return Object.fromEntries(inner === LEFT_OUT ? others : [...others, [at, inner]]);
}

const another = (value: Json): Json => {
  if (typeof value === 'number') return value + 1;
  return typeof value === 'string' ? `${value}-` : !value;
};

/** Values worth trying so that a condition holds, the nearest first. */
function toHold({ op, value }: Condition): Wish[] {
  switch (op) {
    case 'eq':
    case 'lte':
    case 'gte':
      return [value];
    case 'neq':
      return [another(value)];
    case 'in':
      return [...value];
    case 'not_in':
      return [...value.map(another), 'other'];
    case 'lt':
      return [value - 1, value / 2];
    case 'gt':
      return [value + 1, value * 2];
    case 'exists':
      return value ? [true, 'text', 1] : [LEFT_OUT];
    case 'contains':
      return [value, [value]];
    case 'regex':
      return [value.replace(/^\^|\$$/g, '')];
  }
}

/** Values worth trying so that a condition does not hold, the nearest first. */
function toFail({ op, value }: Condition): Wish[] {
  switch (op) {
    case 'lt':
    case 'gt':
    case 'neq':
      return [value];
    case 'lte':
      return [value + 1, value * 2];
    case 'gte':
      return [value - 1, value / 2];
    case 'not_in':
      return [...value];
    case 'exists':
      return value ? [LEFT_OUT] : [true, 'text', 1];
    default:
      return [LEFT_OUT];
  }
}

/** How many values are tried for one condition. */
const TRIED = 20;

/** Values worth trying so that a condition holds or does not, the nearest first. */
export const wishes = (condition: Condition, wanted: Truth): Wish[] =>
  (wanted === YES ? toHold(condition) : toFail(condition)).slice(0, TRIED);
