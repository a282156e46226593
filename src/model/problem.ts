import type { z } from 'zod';

/** One fault in an input file, told so that a person can mend it. */
export interface Problem {
  /** The file, relative to the folder that was read. */
  file: string;
  /** Where in the file: an RFC 6901 JSON Pointer, empty for the whole file, or `line N` for text. */
  pointer: string;
  found: string;
  expected: string;
  remedy: string;
}

/** Thrown once for an input, with every problem in it. */
export class InvalidInput extends Error {
  override name = 'InvalidInput';
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.problems = problems;
  }
}

export function formatProblem({ file, pointer, found, expected, remedy }: Problem): string {
  return `${file}${pointer ? ` at ${pointer}` : ''}\n  found     ${found}\n  expected  ${expected}\n  remedy    ${remedy}`;
}

/** An RFC 6901 JSON Pointer from a path of keys and indexes. */
export const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const LONGEST_VALUE = 80;

/** A value as shown in a message: JSON, cut so that a message stays readable. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}… (${text.length} characters)` : text;
}

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      inner !== null && typeof inner === 'object' && Object.hasOwn(inner, key)
        ? (inner as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  );

function expectationOf(issue: z.core.$ZodIssue): { expected: string; remedy: string } {
  switch (issue.code) {
    case 'unrecognized_keys':
      return {
        expected: 'only the keys of the schema',
        remedy: `Remove or correct ${issue.keys.map(shown).join(', ')}.`,
      };
    case 'invalid_value':
      return {
        expected: `one of ${issue.values.map(shown).join(', ')}`,
        remedy: 'Use one of the listed values.',
      };
    case 'invalid_type':
      return { expected: issue.expected, remedy: `Give a value of type ${issue.expected}.` };
    default:
      return { expected: issue.message, remedy: 'Change the value so that it fits.' };
  }
}

/** All problems that zod found in the parsed content of one file. */
export function problemsOf(file: string, value: unknown, error: z.ZodError, base = ''): Problem[] {
  return error.issues.map((issue) => {
    const { expected, remedy } = expectationOf(issue);
    const found =
      issue.code === 'unrecognized_keys'
        ? issue.keys.map(shown).join(', ')
        : shown(valueAt(value, issue.path));
    return { file, pointer: base + pointerOf(issue.path), found, expected, remedy };
  });
}

/** Ten times the depth of the deepest record seen; deeper, a reader that goes down step by step would fall. */
const DEEPEST = 500;

function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((each) => (each !== null && typeof each === 'object' ? Object.values(each) : []));
  }
  return false;
}

/** Checks a parsed value against a schema. `base` is the pointer of the value within its file. */
export function validated<T>(
  schema: z.ZodType<T>,
  value: unknown,
  file: string,
  base = '',
): { data: T } | { problems: Problem[] } {
  if (isTooDeep(value)) {
    const expected = `at most ${DEEPEST} levels`;
    const remedy = 'Flatten the value, or leave it out.';
    return {
      problems: [{ file, pointer: base, found: 'a value nested too deep to read', expected, remedy }],
    };
  }
  const result = schema.safeParse(value);
  return result.success ? { data: result.data } : { problems: problemsOf(file, value, result.error, base) };
}
