import { isPlain } from './read.ts';

/** How deep arguments may nest and still be fingerprinted: far beyond any tool, far within any stack. */
export const CANONICAL_DEPTH = 500;

/**
 * The canonical JSON text of a value (RFC 8785): no spaces, keys in the order of their UTF-16 units, numbers as
 * ECMAScript prints them. `undefined` where there is none: no JSON data, a lone surrogate, too deep.
 */
export function canonicalJson(value: unknown, depth = 0): string | undefined {
  if (depth > CANONICAL_DEPTH) return undefined;
  switch (typeof value) {
    case 'string':
      return value.isWellFormed() ? JSON.stringify(value) : undefined;
    case 'number':
      return Number.isFinite(value) ? JSON.stringify(value) : undefined;
    case 'boolean':
      return String(value);
    case 'object':
      if (value === null) return 'null';
      if (Array.isArray(value))
        return joined(
          '[',
          value.map((one) => canonicalJson(one, depth + 1)),
          ']',
        );
      return isPlain(value) ? joined('{', members(value, depth), '}') : undefined;
    default:
      return undefined;
  }
}

function members(value: object, depth: number): (string | undefined)[] {
  return Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => {
      const [name, text] = [canonicalJson(key), canonicalJson(member, depth + 1)];
      return name === undefined || text === undefined ? undefined : `${name}:${text}`;
    });
}

const joined = (open: string, parts: readonly (string | undefined)[], close: string): string | undefined =>
  parts.includes(undefined) ? undefined : open + parts.join(',') + close;
