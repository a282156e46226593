import type { InputSchema } from './tool.ts';

/** JSON Schema keywords that state facts: names, types, formats, enums, what is required, and how these nest. */
const FACT = new Set(['type', 'format', 'enum', 'const', 'required', '$ref', 'nullable']);
const SCHEMA = new Set(['items', 'additionalProperties', 'not', 'contains', 'propertyNames']);
const LIST_OF_SCHEMAS = new Set(['anyOf', 'oneOf', 'allOf', 'prefixItems']);
const MAP_OF_SCHEMAS = new Set(['properties', 'patternProperties', '$defs', 'definitions']);

/** Three times the depth of the deepest schema seen; what lies deeper in a hostile one is cut off. */
const DEEPEST = 100;

type Json = InputSchema[string];

const isObject = (value: unknown): value is Record<string, Json> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

function factOf(keyword: string, value: Json, depth: number): Json | undefined {
  const inner = (schema: Json) => (isObject(schema) ? factsOf(schema, depth + 1) : schema);
  if (FACT.has(keyword)) return value;
  if (SCHEMA.has(keyword)) return inner(value);
  if (LIST_OF_SCHEMAS.has(keyword) && Array.isArray(value)) return value.map(inner);
  if (MAP_OF_SCHEMAS.has(keyword) && isObject(value))
    return Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, inner(schema)]));
  return undefined;
}

function factsOf(schema: InputSchema, depth: number): InputSchema {
  if (depth > DEEPEST) return {};
  return Object.fromEntries(
    Object.entries(schema).flatMap(([keyword, value]) => {
      const fact = factOf(keyword, value, depth);
      return fact === undefined ? [] : [[keyword, fact]];
    }),
  );
}

/**
 * The facts of an input schema, without the author's sentences: descriptions, titles, examples, defaults
 * and unknown keywords are left out. Idempotent; keeps the order of the keys.
 */
export const factsOfSchema = (schema: InputSchema): InputSchema => factsOf(schema, 0);
