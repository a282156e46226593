import type { Condition, Json } from './document.ts';
import type { Segment } from './path.ts';
import { isPlain } from './read.ts';
import { type Truth, YES } from './truth.ts';

/** Stands for leaving an argument out. */
export const LEFT_OUT = Symbol('left out');
/** What an argument may be set to. */
export type Wish = Json | typeof LEFT_OUT;

/**
 * The arguments with one place changed; everything beside the way there is shared with the old ones. `undefined`
 * where the place cannot be made: inside a scalar, or beyond the next element of an array.
 */
export function edited(value: unknown, [next, ...rest]: readonly Segment[], wish: Wish): unknown {
  if (next === undefined) return wish;
  const host = value ?? (typeof next === 'string' ? {} : []);
  if (typeof host !== 'object') return undefined;
  const at = Array.isArray(host) ? Number(next) : (next as string);
  if (Array.isArray(host) ? !((at as number) <= host.length) : !isPlain(host) || typeof next !== 'string')
    return undefined;
  const old = Object.hasOwn(host, at) ? (host as Record<string | number, unknown>)[at] : undefined;
  const inner = edited(old, rest, wish);
  if (inner === undefined) return undefined;
  if (Array.isArray(host))
    return inner === LEFT_OUT ? host.toSpliced(at as number, 1) : host.toSpliced(at as number, 1, inner);
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
      return [value];
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
      return [value];
    case 'lte':
      return [value + 1, value * 2];
    case 'gte':
      return [value - 1, value / 2];
    case 'neq':
      return [value];
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
