import { pointerOf } from '../model/problem.ts';

/** One place where a caller puts a value: a property, or the items of an array. */
export interface Parameter {
  /** Its own name; the items of an array carry the singular of its name. */
  name: string;
  /** As a policy writes it: `args.filter.tags[*]`. */
  path: string;
  /** RFC 6901, into the tool: `/inputSchema/properties/filter`. */
  pointer: string;
  /** The JSON Schema types it may have, sorted, without `null`; empty where the schema does not say. */
  types: readonly string[];
  nullable: boolean;
  /** The values it is limited to, or none. */
  values: readonly unknown[];
  format: string | undefined;
  /** Whether every call carries it. */
  required: boolean;
  /** How many properties lie above it. */
  depth: number;
}

type Schema = Readonly<Record<string, unknown>>;

interface Place {
  schema: Schema;
  pointer: readonly string[];
  name: string;
  path: string;
  required: boolean;
  depth: number;
}

/** Levels of parameters; deeper than any schema seen (33 levels of JSON, half of them keywords). */
const DEEPEST = 40;
/** More parameters than any tool seen; a schema that multiplies itself by references ends here. */
const MOST = 5000;
/** More alternatives of one parameter than any schema seen offers. */
const MOST_FORMS = 200;
const PLAIN = /^[A-Za-z_][A-Za-z0-9_-]*$/;

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const own = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const childPath = (path: string, key: string): string =>
  `${path}.${PLAIN.test(key) ? key : JSON.stringify(key)}`;

/** The tokens of a local reference such as `#/$defs/Filter`; another document's are not followed. */
function tokensOf(reference: unknown): string[] | undefined {
  if (typeof reference !== 'string' || !reference.startsWith('#')) return undefined;
  const tokens = reference.slice(1).split('/').slice(1);
  return tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Every form of a schema, itself first: `$ref`, `allOf`, `anyOf` and `oneOf`, followed; each once. */
function* forms(root: Schema, place: Place, seen: Set<Schema>): Generator<Place> {
  if (seen.has(place.schema) || seen.size > MOST_FORMS) return;
  seen.add(place.schema);
  yield place;
  const tokens = tokensOf(own(place.schema, '$ref'));
  const target = tokens?.reduce<unknown>(own, root);
  if (tokens && isSchema(target))
    yield* forms(root, { ...place, schema: target, pointer: ['inputSchema', ...tokens] }, seen);
  for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
    const required = place.required && keyword === 'allOf';
    for (const [index, schema] of listOf(own(place.schema, keyword)).entries())
      if (isSchema(schema)) {
        const pointer = [...place.pointer, keyword, String(index)];
        yield* forms(root, { ...place, schema, pointer, required }, seen);
      }
  }
}

const typesOf = (schema: Schema): unknown[] => {
  const type = own(schema, 'type');
  return Array.isArray(type) ? type : [type];
};

function parameterOf(place: Place, shapes: readonly Place[]): Parameter {
  const schemas = shapes.map((form) => form.schema);
  const types = [...new Set(schemas.flatMap(typesOf).filter((type) => typeof type === 'string'))].sort();
  const values = schemas.flatMap((schema) =>
    Object.hasOwn(schema, 'const') ? [own(schema, 'const')] : listOf(own(schema, 'enum')),
  );
  const format = schemas.map((schema) => own(schema, 'format')).find((value) => typeof value === 'string');
  return {
    name: place.name,
    path: place.path,
    pointer: pointerOf(place.pointer),
    types: types.filter((type) => type !== 'null'),
    nullable: types.includes('null'),
    values,
    format: format as string | undefined,
    required: place.required,
    depth: place.depth,
  };
}

function* propertiesOf(place: Place): Generator<Place> {
  const properties = own(place.schema, 'properties');
  const required = listOf(own(place.schema, 'required'));
  for (const [name, schema] of Object.entries(isSchema(properties) ? properties : {}))
    if (isSchema(schema))
      yield {
        schema,
        name,
        pointer: [...place.pointer, 'properties', name],
        path: childPath(place.path, name),
        required: place.required && required.includes(name),
        depth: place.depth + 1,
      };
}

/** `queries` gives `query`, `urls` gives `url`, `address` stays. */
const singular = (name: string): string => name.replace(/(?<!s)ies$/i, 'y').replace(/(?<![su])s$/i, '');

function* itemsOf(place: Place): Generator<Place> {
  const schema = own(place.schema, 'items');
  if (isSchema(schema))
    yield {
      ...place,
      schema,
      name: singular(place.name),
      pointer: [...place.pointer, 'items'],
      path: `${place.path}[*]`,
      required: false,
    };
}

/** Depth first. `above` holds the schemas of each level on the way here, so that a circle ends; `budget` ends the rest. */
function* walk(
  root: Schema,
  place: Place,
  above: readonly (readonly Schema[])[],
  budget: { left: number },
): Generator<Parameter> {
  if (above.length > DEEPEST || above.some((level) => level.includes(place.schema)) || budget.left-- <= 0)
    return;
  const shapes = [...forms(root, place, new Set())];
  if (place.path !== 'args') yield parameterOf(place, shapes);
  const levels = [...above, shapes.map((shape) => shape.schema)];
  for (const shape of shapes) {
    for (const child of propertiesOf(shape)) yield* walk(root, child, levels, budget);
    for (const child of itemsOf(shape)) yield* walk(root, child, levels, budget);
  }
}

/**
 * Every parameter of an input schema, outermost first within its branch. Survives a schema that is no object,
 * nulls in it, any depth and references that run in a circle: what cannot be read is left out.
 */
export function parametersOf(inputSchema: unknown): Parameter[] {
  if (!isSchema(inputSchema)) return [];
  const top = {
    schema: inputSchema,
    pointer: ['inputSchema'],
    name: '',
    path: 'args',
    required: true,
    depth: 0,
  };
  const found = new Map<string, Parameter>();
  for (const parameter of walk(inputSchema, top, [], { left: MOST }))
    if (!found.has(parameter.path)) found.set(parameter.path, parameter);
  return [...found.values()];
}
