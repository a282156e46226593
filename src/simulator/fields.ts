/** A field of the form for the arguments of a tool. */
export interface Field {
  name: string;
  /** `json`: the schema is odd, or the value is no plain one; it is written as JSON. */
  kind: 'text' | 'number' | 'integer' | 'boolean' | 'choice' | 'json';
  required: boolean;
  /** The values of a choice. */
  values: readonly unknown[];
  /** What stands in the field at first: a default of the schema. */
  start?: unknown;
  format?: string;
}

/** A choice of more values than this is no help. */
const MOST_VALUES = 300;

type Schema = Readonly<Record<string, unknown>>;

/** More fields than this would hide the button; the rest are written as JSON. */
export const MOST_FIELDS = 60;

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const own = (schema: Schema, key: string): unknown => (Object.hasOwn(schema, key) ? schema[key] : undefined);

/** The schema itself, or the one alternative beside `null`. */
function plain(schema: Schema): Schema {
  const choices = own(schema, 'anyOf') ?? own(schema, 'oneOf');
  const real = Array.isArray(choices)
    ? choices.filter((one) => isSchema(one) && own(one, 'type') !== 'null')
    : [];
  return real.length === 1 ? (real[0] as Schema) : schema;
}

const KINDS: Record<string, Field['kind'] | undefined> = {
  string: 'text',
  number: 'number',
  integer: 'integer',
  boolean: 'boolean',
};

function kindOf(schema: Schema, values: readonly unknown[]): Field['kind'] {
  if (values.length > MOST_VALUES) return 'json';
  if (values.length) return 'choice';
  const type = own(schema, 'type');
  const types = (Array.isArray(type) ? type : [type]).filter((one) => one !== 'null');
  return (types.length === 1 && KINDS[String(types[0])]) || 'json';
}

function fieldOf(name: string, given: unknown, required: boolean): Field {
  const schema = isSchema(given) ? plain(given) : {};
  const list = own(schema, 'enum');
  const values = Array.isArray(list) ? list : Object.hasOwn(schema, 'const') ? [own(schema, 'const')] : [];
  const start = own(schema, 'default');
  const format = own(schema, 'format');
  return {
    name,
    kind: kindOf(schema, values),
    required,
    values,
    ...(start !== undefined && { start }),
    ...(typeof format === 'string' && { format }),
  };
}

/**
 * The fields of a form for an input schema, required ones first; `undefined` where the schema says nothing that a
 * form could be made of, so that the arguments are written as JSON. Any schema is survived.
 */
export function fieldsOf(inputSchema: unknown): Field[] | undefined {
  if (!isSchema(inputSchema)) return undefined;
  const properties = own(inputSchema, 'properties');
  if (!isSchema(properties)) return undefined;
  const names = Object.keys(properties);
  if (!names.length || names.length > MOST_FIELDS) return undefined;
  const list = own(inputSchema, 'required');
  const required = new Set(Array.isArray(list) ? list : []);
  const fields = names.map((name) => fieldOf(name, properties[name], required.has(name)));
  return [...fields.filter((field) => field.required), ...fields.filter((field) => !field.required)];
}

const SAMPLES: Record<string, string> = {
  uri: 'https://example.com/',
  url: 'https://example.com/',
  email: 'someone@example.com',
  date: '2026-01-01',
  'date-time': '2026-01-01T00:00:00Z',
};

/** What fits a text of such a name, where its schema names no format. */
const NAMED: readonly (readonly [RegExp, string])[] = [
  [/ur[il]$/i, 'https://example.com/'],
  [/sql/i, 'SELECT 1'],
];

/** What fits a field, for a call that somebody wants to try at once. */
function sampleOf({ kind, values, start, format, name }: Field): unknown {
  if (start !== undefined) return start;
  if (kind === 'choice') return values[0];
  if (kind === 'number' || kind === 'integer') return 1;
  if (kind === 'boolean') return true;
  if (kind === 'json') return [];
  return SAMPLES[format ?? ''] ?? NAMED.find(([pattern]) => pattern.test(name))?.[1] ?? 'example';
}

/** Arguments with every required field filled in. */
export const sampleArgs = (inputSchema: unknown): Record<string, unknown> =>
  Object.fromEntries(
    (fieldsOf(inputSchema) ?? [])
      .filter(({ required }) => required)
      .map((field) => [field.name, sampleOf(field)]),
  );

/** What a person wrote in a field: a value, nothing, or why it does not fit. */
export type Written = { value: unknown } | { nothing: true } | { fault: string };

function readNumber(text: string, whole: boolean): Written {
  const value = Number(text);
  if (!Number.isFinite(value)) return { fault: 'Write a number.' };
  return whole && !Number.isInteger(value) ? { fault: 'Write a whole number.' } : { value };
}

function readJson(text: string): Written {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { fault: 'Write JSON, such as ["a", "b"] or {"key": 1}.' };
  }
}

/** Reads what was written in a field. An empty field leaves the argument out. */
export function readField({ kind, values }: Field, text: string): Written {
  if (text === '') return { nothing: true };
  if (kind === 'choice') return { value: values[Number(text)] };
  if (kind === 'boolean') return { value: text === 'true' };
  if (kind === 'number' || kind === 'integer') return readNumber(text, kind === 'integer');
  return kind === 'json' ? readJson(text) : { value: text };
}

/** A value as its field shows it. */
export function fieldText({ kind, values }: Field, value: unknown): string {
  if (value === undefined) return '';
  if (kind === 'choice') {
    const text = JSON.stringify(value);
    const place = values.findIndex((one) => JSON.stringify(one) === text);
    return place < 0 ? '' : String(place);
  }
  return kind === 'json' ? JSON.stringify(value) : String(value);
}
