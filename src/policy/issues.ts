import type { z } from 'zod';
import { nearest } from './nearest.ts';
import { oldKey, oldWindow } from './old-forms.ts';
import { pointerOf } from './pointer.ts';
import type { Fault } from './policy-error.ts';
import {
  Approval,
  Limit,
  LooseCondition,
  PolicyDocument,
  Predicate,
  SharedRule,
  ToolRule,
} from './schema.ts';
import { shown } from './shown.ts';

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

/** Words from other formats and languages, for what this one calls otherwise. */
const MEANT: Record<string, string> = {
  '=': 'eq',
  '==': 'eq',
  '===': 'eq',
  equals: 'eq',
  is: 'eq',
  '!=': 'neq',
  '!==': 'neq',
  ne: 'neq',
  '<': 'lt',
  less_than: 'lt',
  '<=': 'lte',
  le: 'lte',
  max: 'lte',
  '>': 'gt',
  greater_than: 'gt',
  '>=': 'gte',
  ge: 'gte',
  min: 'gte',
  one_of: 'in',
  nin: 'not_in',
  matches: 'regex',
  match: 'regex',
  pattern: 'regex',
  includes: 'contains',
  present: 'exists',
  block: 'deny',
  permit: 'allow',
  operator: 'op',
  field: 'path',
  message: 'on_deny',
  when: 'conditions',
};

/** The right word that a wrong one stands for, among those that fit the place. */
function meant(wrong: unknown, right: readonly string[]): { nearest?: string } {
  if (typeof wrong !== 'string') return {};
  const known = Object.hasOwn(MEANT, wrong) ? MEANT[wrong] : undefined;
  const word = known !== undefined && right.includes(known) ? known : nearest(wrong, right);
  return word === undefined ? {} : { nearest: word };
}

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

/** What to say of one issue of the schema; none for what another issue says better. */
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
      return fault(
        issue.values.length === 1 ? list(issue.values) : `one of ${list(issue.values)}`,
        meant(found, issue.values.map(String)),
      );
    case 'invalid_union':
      return unknownOperator(issue, document, fault);
    case 'invalid_type':
      return fault(NAMED[issue.expected] ?? `a ${issue.expected}`);
    case 'invalid_key':
      return fault(`a tool name of 1 to 256 characters`, { found: shown(issue.path.at(-1)) });
    case 'too_big':
      return fault(`at most ${issue.maximum}${UNIT[issue.origin] ?? ''}`);
    case 'too_small':
      return fault(`at least ${issue.minimum}${UNIT[issue.origin] ?? ''}`);
    case 'invalid_format':
      return fault(issue.message, aPath(found));
    default:
      return fault(issue.message);
  }
}

const UNIT: Record<string, string> = { string: ' characters', array: ' entries' };

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
    ...fault(`one of ${list(operators)}`, meant(valueAt(document, issue.path), operators)),
    ...others.flatMap((other) => faultsOf({ ...other, path: [...place, ...other.path] }, document)),
  ];
}

/** All that the schema finds wrong with a document, in its order. */
export function schemaFaults(schema: z.ZodType, document: unknown, place: Path = []): Fault[] {
  const issues = schema.safeParse(valueAt(document, place)).error?.issues ?? [];
  return issues.flatMap((issue) => faultsOf({ ...issue, path: [...place, ...issue.path] }, document));
}
