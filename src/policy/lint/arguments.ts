import type { Condition } from '../document.ts';
import { nearest } from '../nearest.ts';
import { EACH, pathOf, type Segment, segmentsOf } from '../path.ts';
import { quoted, shown } from '../shown.ts';
import type { Finding, LintContext, LintRule } from './finding.ts';
import { type SchemaPlace, schemaAt } from './input-schema.ts';
import { allConditions, type ConditionAt, rulesOf } from './walk.ts';

type Found = Omit<Finding, 'rule' | 'level'> & Partial<Finding>;

/** A path that a rule reads. */
interface Reading {
  tool: string | undefined;
  segments: readonly Segment[];
  pointer: string;
}

function increments({ document }: LintContext): Reading[] {
  return rulesOf(document).flatMap(({ tool, rule, pointer }) =>
    (rule.limits ?? []).flatMap(({ increment_from: from }, index) =>
      from === undefined
        ? []
        : [{ tool, segments: segmentsOf(from), pointer: `${pointer}/limits/${index}/increment_from` }],
    ),
  );
}

const conditionReadings = ({ document }: LintContext): Reading[] =>
  allConditions(document).map((one) => ({ ...one, pointer: `${one.pointer}/path` }));

/** What the schemas say of a path: that of the tool, or for all tools the first that knows it. */
function placeOf({ server }: LintContext, { tool, segments }: Reading): SchemaPlace {
  const places = (server?.tools ?? [])
    .filter(({ name }) => tool === undefined || name === tool)
    .map(({ inputSchema }) => schemaAt(inputSchema, segments));
  return places.find(({ kind }) => kind !== 'missing') ?? places[0] ?? { kind: 'unknown' };
}

function unknownArgument(context: LintContext, reading: Reading): Found[] {
  const place = placeOf(context, reading);
  if (place.kind !== 'missing') return [];
  const [name = ''] = reading.segments.filter((segment) => typeof segment === 'string').slice(-1);
  const word = nearest(name, place.names);
  const who = reading.tool === undefined ? 'No tool of the server' : `Tool ${quoted(reading.tool)}`;
  const has = reading.tool === undefined ? 'has' : 'has no';
  const hint = word === undefined ? '' : ` Did you mean ${quoted(word)}?`;
  return [{ pointer: reading.pointer, message: `${who} ${has} ${pathOf(reading.segments)}.${hint}` }];
}

const NUMBERS = ['number', 'integer'];
const JUDGED: Partial<Record<Condition['op'], readonly string[]>> = {
  lt: NUMBERS,
  lte: NUMBERS,
  gt: NUMBERS,
  gte: NUMBERS,
  regex: ['string'],
  contains: ['string', 'array'],
};

const typeOf = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return ['array'];
  if (typeof value === 'number') return Number.isInteger(value) ? NUMBERS : ['number'];
  return [value === null ? 'null' : typeof value];
};

/** The types that a condition can judge or ever be equal to; `undefined` for any. */
function wantedTypes({ op, value }: Condition): readonly string[] | undefined {
  if (op === 'eq' || op === 'neq') return typeOf(value);
  return op === 'in' || op === 'not_in' ? value.flatMap(typeOf) : JUDGED[op];
}

function wrongType(context: LintContext, at: ConditionAt): Found[] {
  const place = placeOf(context, at);
  const wanted = wantedTypes(at.condition);
  if (place.kind !== 'known' || place.types === undefined || wanted === undefined) return [];
  if (place.types.some((type) => wanted.includes(type))) return [];
  const { op, path, value } = at.condition;
  const judged =
    JUDGED[op] === undefined ? `never equals ${shown(value)}` : `cannot be judged by ${op}, so doubt denies`;
  return [
    {
      pointer: at.pointer,
      message: `By its schema ${path} is of type ${place.types.join(' or ')}: it ${judged}.`,
    },
  ];
}

const samePath = (a: readonly Segment[], b: readonly Segment[]): boolean => pathOf(a) === pathOf(b);

/** Whether other entries see to it that a missing argument is denied. */
function requiredElsewhere(guard: ConditionAt, others: readonly ConditionAt[]): boolean {
  const absent = ({ condition: { op, value } }: ConditionAt): boolean => op === 'exists' && value === false;
  return others.some(
    (other) =>
      (other.tool === guard.tool || other.tool === undefined) &&
      samePath(other.segments.slice(0, guard.segments.length), guard.segments) &&
      (other.kind === 'require' ? !absent(other) : absent(other)),
  );
}

/** Whether the guard's own entry says `exists`, and so shows that a call without the argument is meant to pass. */
function isMeant(guard: ConditionAt, all: readonly ConditionAt[]): boolean {
  const entry = ({ pointer }: ConditionAt) => pointer.slice(0, pointer.lastIndexOf('/conditions/'));
  return all.some(
    (other) =>
      other.condition.op === 'exists' &&
      other.condition.value === true &&
      entry(other) === entry(guard) &&
      samePath(other.segments, guard.segments),
  );
}

function optionalGuard(context: LintContext, guard: ConditionAt, all: readonly ConditionAt[]): Found[] {
  const { kind, condition, segments, pointer } = guard;
  if (kind !== 'deny_if' || condition.op === 'exists' || segments.length === 0) return [];
  const place = placeOf(context, guard);
  if (place.kind === 'missing' || (place.kind === 'known' && !place.optional)) return [];
  if (requiredElsewhere(guard, all) || isMeant(guard, all)) return [];
  const known = place.kind === 'known';
  const message = `${condition.path} ${known ? 'is optional' : 'may be left out'}: without it this never denies. Add "require": [{"conditions": [{"path": ${JSON.stringify(condition.path)}, "op": "exists", "value": true}]}] to insist on it.`;
  return [{ pointer, message, ...(!known && { level: 'note' as const }) }];
}

/** Rules about the arguments that conditions and limits read. */
export const ARGUMENTS: readonly LintRule[] = [
  {
    id: 'unknown-argument',
    level: 'error',
    description: 'The input schema of the tool knows no such argument.',
    check: (context) =>
      [...conditionReadings(context), ...increments(context)].flatMap((one) => unknownArgument(context, one)),
  },
  {
    id: 'wrong-type',
    level: 'error',
    description:
      'By its schema the argument is never of a type that the operator can judge, such as a string for `gt`.',
    check: (context) => [
      ...allConditions(context.document).flatMap((one) => wrongType(context, one)),
      ...increments(context).flatMap((reading) => {
        const place = placeOf(context, reading);
        const right = place.kind !== 'known' || (place.types?.some((type) => NUMBERS.includes(type)) ?? true);
        const message = `By its schema ${pathOf(reading.segments)} is not a number, so every call is denied.`;
        return right ? [] : [{ pointer: reading.pointer, message }];
      }),
    ],
  },
  {
    id: 'optional-guard',
    level: 'warning',
    description: 'A `deny_if` on an argument that may be left out, with no `require` that insists on it.',
    check: (context) => {
      const all = allConditions(context.document);
      return all.flatMap((one) => optionalGuard(context, one, all));
    },
  },
  {
    id: 'one-is-enough',
    level: 'warning',
    description:
      'A `require` over `[*]` holds where any element does: one good element lets all others through.',
    check: ({ document }) =>
      allConditions(document)
        .filter(({ kind, segments }) => kind === 'require' && segments.includes(EACH))
        .map(({ condition: { path }, pointer }) => ({
          pointer,
          message: `One element of ${path} is enough for this to hold. To ask it of all, deny the contrary in "deny_if".`,
        })),
  },
];
