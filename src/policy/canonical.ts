import { isPlain } from './read.ts';

/** How deep arguments may nest and still be fingerprinted: far beyond any tool, far within any stack. */
const DEPTH_MAX = 500;
/** How many values they may hold. Data that shares or contains itself would otherwise be written for ever. */
const VALUES_MAX = 1_000_000;

/** Thrown and caught here alone: there is no canonical JSON of this value. */
class NotCanonical extends Error {}

/**
 * The canonical JSON text of a value (RFC 8785): no spaces, keys in the order of their UTF-16 units, numbers as
 * ECMAScript prints them. `undefined` where there is none: no JSON data, a lone surrogate, too deep or too large.
 */
export function canonicalJson(value: unknown): string | undefined {
  try {
    return write(value, 0, { left: VALUES_MAX });
  } catch (error) {
    if (error instanceof NotCanonical) return undefined;
    throw error;
  }
}

function write(value: unknown, depth: number, budget: { left: number }): string {
  if (depth > DEPTH_MAX || budget.left-- <= 0) throw new NotCanonical();
  if (typeof value === 'string') return writeText(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${Array.from(value, (one) => write(one, depth + 1, budget)).join(',')}]`;
  if (typeof value === 'object' && isPlain(value)) return writeObject(value, depth, budget);
  throw new NotCanonical();
}

function writeText(text: string): string {
  if (!text.isWellFormed()) throw new NotCanonical();
  return JSON.stringify(text);
}

function writeObject(value: object, depth: number, budget: { left: number }): string {
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${writeText(key)}:${write(member, depth + 1, budget)}`);
  return `{${members.join(',')}}`;
}
