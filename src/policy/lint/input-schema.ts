import type { Segment } from '../path.ts';

type Schema = Readonly<Record<string, unknown>>;

/** What an input schema says of one place in the arguments. */
export type SchemaPlace =
  /** Nothing that could be relied on. */
  | { kind: 'unknown' }
  /** That nothing stands there; `names` are what stands beside it. */
  | { kind: 'missing'; names: readonly string[] }
  /** Which types may stand there (`undefined` for any), and whether it may be left out. */
  | { kind: 'known'; types: readonly string[] | undefined; optional: boolean };

const UNKNOWN: SchemaPlace = { kind: 'unknown' };

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The schema itself, behind a local `$ref` or beside a `null` alternative; `undefined` where it is not that plain. */
function plain(schema: unknown, root: Schema, depth = 0): Schema | undefined {
  if (!isSchema(schema) || depth > 8) return undefined;
  const { $ref: ref, anyOf, oneOf, allOf } = schema;
  if (typeof ref === 'string') {
    const [, group = '', name = ''] = /^#\/(\$defs|definitions)\/([^/]+)$/.exec(ref) ?? [];
    const group_ = root[group];
    return isSchema(group_) ? plain(group_[name], root, depth + 1) : undefined;
  }
  if (allOf !== undefined) return undefined;
  const choices = anyOf ?? oneOf;
  if (choices === undefined) return schema;
  const real = Array.isArray(choices)
    ? choices.filter((one) => !isSchema(one) || one['type'] !== 'null')
    : [];
  return real.length === 1 ? plain(real[0], root, depth + 1) : undefined;
}

function typesOf({ type, enum: values }: Schema): readonly string[] | undefined {
  if (typeof type === 'string') return [type];
  if (Array.isArray(type)) return type.map(String);
  return Array.isArray(values) ? [...new Set(values.map((value) => typeof value))] : undefined;
}

/** The member of an object schema: its schema, that it is missing, or `undefined` where the schema does not say. */
function memberOf(schema: Schema, name: string): { schema: unknown; optional: boolean } | SchemaPlace {
  const { properties = {}, required, additionalProperties: others, patternProperties } = schema;
  if (!isSchema(properties)) return UNKNOWN;
  if (Object.hasOwn(properties, name)) {
    return { schema: properties[name], optional: !(Array.isArray(required) && required.includes(name)) };
  }
  const open = patternProperties !== undefined || others === true || isSchema(others);
  const names = Object.keys(properties);
  return open || (names.length === 0 && others !== false) ? UNKNOWN : { kind: 'missing', names };
}

/** What an input schema says of a path. */
export function schemaAt(inputSchema: unknown, segments: readonly Segment[]): SchemaPlace {
  if (!isSchema(inputSchema)) return UNKNOWN;
  let schema = plain(inputSchema, inputSchema);
  let optional = false;
  for (const segment of segments) {
    if (schema === undefined) return UNKNOWN;
    if (typeof segment !== 'string') {
      optional ||= typeof segment === 'number';
      schema = plain(schema['items'], inputSchema);
      continue;
    }
    const member = memberOf(schema, segment);
    if ('kind' in member) return member;
    optional ||= member.optional;
    schema = plain(member.schema, inputSchema);
  }
  return schema === undefined ? UNKNOWN : { kind: 'known', types: typesOf(schema), optional };
}
