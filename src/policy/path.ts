/** What a path steps over next: a member by name, an array element by index, or every element (`EACH`). */
export type Segment = string | number | typeof EACH;
/** The segment `[*]`: every element of an array. */
export const EACH = null;

const STRING = '"(?:[^"\\\\\\u0000-\\u001f]|\\\\(?:["\\\\/bfnrt]|u[0-9a-fA-F]{4}))*"';
const NAME = '[^.[\\]"*]+';
const INDEX = '0|[1-9][0-9]*';

/**
 * The grammar of a path: `args`, then any number of `.name`, `."quoted name"` (with the escapes of JSON), `[0]`
 * and `[*]`. A name that holds a dot, a bracket, a quote or a star must be quoted.
 */
export const PATH = new RegExp(`^args(?:\\.(?:${NAME}|${STRING})|\\[(?:${INDEX}|\\*)\\])*$`);
/** A path that names one value at most: as `PATH`, without `[*]`. */
export const SINGLE_PATH = new RegExp(`^args(?:\\.(?:${NAME}|${STRING})|\\[(?:${INDEX})\\])+$`);

const SEGMENT = new RegExp(
  `\\.(?:(?<name>${NAME})|(?<quoted>${STRING}))|\\[(?:(?<index>${INDEX})|\\*)\\]`,
  'g',
);

/** Names only, none of them quoted: nearly every path. */
const PLAIN = /^[^["]*$/;

/** The segments of a path that matches `PATH`, without the leading `args`. */
export function segmentsOf(path: string): Segment[] {
  if (PLAIN.test(path)) return path.split('.').slice(1);
  return [...path.matchAll(SEGMENT)].map(({ groups = {} }) => {
    if (groups['name'] !== undefined) return groups['name'];
    if (groups['quoted'] !== undefined) return JSON.parse(groups['quoted']) as string;
    return groups['index'] === undefined ? EACH : Number(groups['index']);
  });
}

const BARE = new RegExp(`^${NAME}$`);

/** The path text of segments: the inverse of `segmentsOf`. */
export function pathOf(segments: readonly Segment[]): string {
  const parts = segments.map((segment) => {
    if (segment === EACH) return '[*]';
    if (typeof segment === 'number') return `[${segment}]`;
    return BARE.test(segment) ? `.${segment}` : `.${JSON.stringify(segment)}`;
  });
  return `args${parts.join('')}`;
}
