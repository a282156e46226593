import type * as z from 'zod/mini';
import { oldKey, oldWindow } from './old-forms.ts';
import { pointerOf } from './pointer.ts';
import type { Fault } from './policy-error.ts';
import {
  Approval,
  BOUNDS,
  Limit,
  LooseCondition,
  PolicyDocument,
  Predicate,
  SharedRule,
  ToolRule,
} from './schema.ts';
import { shown } from './shown.ts';
import { meant } from './words.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? (inner as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  );

/** The keys that fit a place of the document, told by where it is. */
function keysAt(path: Path): string[] {
  const [top, second] = path;
  const within = path.slice(top === 'tools' ? 2 : 1).filter((key) => typeof key === 'string');
  const last = within.at(-1);
  if (path.length === 0) return Object.keys(PolicyDocument.shape);
  if (last === undefined)
    return Object.keys((top === 'tools' && second !== undefined ? ToolRule : SharedRule).shape);
  if (last === 'conditions') return Object.keys(LooseCondition.shape);
  const inner = { limits: Limit, approval: Approval, require: Predicate, deny_if: Predicate }[last];
  return Object.keys(inner?.shape ?? {});
}

const list = (words: readonly unknown[]): string => words.map((word) => JSON.stringify(word)).join(', ');

const oneOf = (words: readonly unknown[]): string =>
  words.length === 1 ? list(words) : `one of ${list(words)}`;

function unknownKeys(keys: readonly string[], path: Path, document: unknown): Fault[] {
  const right = keysAt(path);
  const tool = path[0] === 'tools' ? String(path[1]) : 'calls';
  return keys.map((key) => {
    const place = [...path, key];
    const old = oldKey(key, valueAt(document, place), tool);
    const unknown = {
      found: `the unknown key ${shown(key)}`,
      expected: `only ${list(right)}`,
      ...meant(key, right),
    };
    return { pointer: pointerOf(place), ...(old ?? unknown) };
  });
}

const NAMED: Record<string, string> = {
  record: 'an object',
  object: 'an object',
  array: 'an array',
  int: 'a whole number',
};

const aPath = (found: unknown): Pick<Fault, 'correction'> =>
  typeof found === 'string' && /^[A-Za-z_][\w-]*(?:\.[\w-]+)*$/.test(found) && !/^args\b/.test(found)
    ? { correction: `"args.${found}"` }
    : {};

/** What to say of one issue of the schema. */
function faultsOf(issue: Issue, document: unknown): Fault[] {
  const found = valueAt(document, issue.path);
  const fault = (expected: string, more: Partial<Fault> = {}): Fault[] => [
    {
      pointer: pointerOf(issue.path),
      found: found === undefined ? 'nothing' : shown(found),
      expected,
      ...more,
    },
  ];
  switch (issue.code) {
    case 'unrecognized_keys':
      return unknownKeys(issue.keys, issue.path, document);
    case 'invalid_value':
      if (issue.path.at(-1) === 'window' && typeof found === 'number') return fault('', oldWindow(found));
      return fault(oneOf(issue.values), meant(found, issue.values.map(String)));
    case 'invalid_union':
      return unknownOperator(issue, document, fault);
    case 'invalid_type':
      return fault(NAMED[issue.expected] ?? `a ${issue.expected}`);
    case 'invalid_key':
      return fault(`a tool name of 1 to ${BOUNDS.toolName} characters`, { found: shown(issue.path.at(-1)) });
    case 'too_big':
      return fault(`at most ${amount(issue.maximum, issue.origin)}`);
    case 'too_small':
      return fault(`at least ${amount(issue.minimum, issue.origin)}`);
    case 'invalid_format':
      return fault(issue.message, aPath(found));
    default:
      return fault(issue.message);
  }
}

const UNITS: Record<string, [one: string, many: string]> = {
  string: ['character', 'characters'],
  array: ['entry', 'entries'],
};

/** A bound in its unit, such as `1 character`. */
function amount(bound: number | bigint, origin: string): string {
  const [one, many] = UNITS[origin] ?? [];
  return one === undefined ? `${bound}` : `${bound} ${bound === 1 ? one : many}`;
}

/** An unknown operator hides the other faults of its condition from the schema; they are looked for here. */
function unknownOperator(
  issue: z.core.$ZodIssueInvalidUnion,
  document: unknown,
  fault: (expected: string, more?: Partial<Fault>) => Fault[],
): Fault[] {
  const place = issue.path.slice(0, -1);
  const operators = (('options' in issue && issue.options) || []).map(String);
  const issues = LooseCondition.safeParse(valueAt(document, place)).error?.issues ?? [];
  const others = issues.filter(({ path }) => path[0] !== 'op');
  return [
    ...fault(oneOf(operators), meant(valueAt(document, issue.path), operators)),
    ...others.flatMap((other) => faultsOf({ ...other, path: [...place, ...other.path] }, document)),
  ];
}

/** All that the schema finds wrong with a document, in its order. */
export function schemaFaults(schema: z.ZodMiniType, document: unknown, place: Path = []): Fault[] {
  const issues = schema.safeParse(valueAt(document, place)).error?.issues ?? [];
  return issues.flatMap((issue) => faultsOf({ ...issue, path: [...place, ...issue.path] }, document));
}
