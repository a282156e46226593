import { parametersOf } from '../risk/parameters.ts';
import { contextAt, type JsonContext } from './json-context.ts';
import type { KnownTool } from './workspace.ts';

type Schema = Readonly<Record<string, unknown>>;

/** What help is made from. */
export interface Sources {
  schema: Promise<unknown>;
  tools: readonly KnownTool[];
}

/** What an editor offers: the shape that CodeMirror takes. */
export interface Offered {
  from: number;
  to: number;
  options: { label: string; apply: string; type: string; detail?: string; info?: string }[];
  filter: boolean;
}

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** A schema and everything that it refers to or offers as alternatives. */
function formsOf(schema: unknown, root: unknown, depth = 0): Schema[] {
  if (!isSchema(schema) || depth > 8) return [];
  const reference = typeof schema['$ref'] === 'string' ? schema['$ref'].split('/').slice(1) : [];
  const target = reference.reduce<unknown>((at, name) => (isSchema(at) ? at[name] : undefined), root);
  const others = ['anyOf', 'oneOf', 'allOf'].flatMap((key) => listOf(schema[key]));
  return [
    schema,
    ...[...(reference.length ? [target] : []), ...others].flatMap((one) => formsOf(one, root, depth + 1)),
  ];
}

/** The schemas of a member or an element. */
function inside(schemas: readonly Schema[], name: string | number, root: unknown): Schema[] {
  return schemas.flatMap((schema) => {
    if (typeof name === 'number') return formsOf(schema['items'], root);
    const { properties, additionalProperties } = schema;
    const own =
      isSchema(properties) && Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
    return formsOf(own, root);
  });
}

const schemasAt = (root: unknown, path: readonly (string | number)[]): Schema[] =>
  path.reduce<Schema[]>((schemas, name) => inside(schemas, name, root), formsOf(root, root));

/** What a value begins with, by the type of its schema. */
const START: Record<string, string | undefined> = { object: '{}', array: '[]', string: '""' };

function keysOf(schemas: readonly Schema[], root: unknown, { keys }: JsonContext): Offered['options'] {
  const found = new Map<string, Offered['options'][number]>();
  for (const { properties } of schemas)
    for (const [name, schema] of Object.entries(isSchema(properties) ? properties : {})) {
      if (found.has(name) || keys.includes(name)) continue;
      const [form] = formsOf(schema, root).filter(({ type }) => typeof type === 'string');
      const info = isSchema(schema) ? schema['description'] : undefined;
      found.set(name, {
        label: name,
        apply: `${JSON.stringify(name)}: ${START[String(form?.['type'])] ?? ''}`,
        type: 'property',
        ...(typeof info === 'string' && { info }),
      });
    }
  return [...found.values()];
}

function valuesOf(schemas: readonly Schema[]): Offered['options'] {
  const found = new Map<string, Offered['options'][number]>();
  for (const { const: only, enum: several, type, description } of schemas) {
    const given = only === undefined ? listOf(several) : [only];
    const values = given.length || type !== 'boolean' ? given : [true, false];
    for (const value of values) {
      const label = typeof value === 'string' ? value : JSON.stringify(value);
      found.set(label, {
        label,
        apply: JSON.stringify(value),
        type: 'enum',
        ...(typeof description === 'string' && { info: description }),
      });
    }
  }
  return [...found.values()];
}

const quoted = (
  label: string,
  type: string,
  detail: string | undefined,
  colon = '',
): Offered['options'][number] => ({
  label,
  apply: JSON.stringify(label) + colon,
  type,
  ...(detail !== undefined && { detail }),
});

/** The tools of the server: as keys of `tools`, and in `hide`. */
function toolNames({ path, at, key, keys }: JsonContext, tools: readonly KnownTool[]): Offered['options'] {
  const listed = at === 'key' && path.length === 1 && path[0] === 'tools';
  const hidden = at === 'value' && path[0] === 'hide' && typeof key === 'number';
  if (!listed && !hidden) return [];
  return tools
    .filter(({ name }) => !keys.includes(name))
    .map(({ name, level }) => quoted(name, 'function', level && `${level} risk`, listed ? ': {}' : ''));
}

/** The arguments of the tool whose rule it is, as paths. */
function argumentPaths({ path, at, key }: JsonContext, tools: readonly KnownTool[]): Offered['options'] {
  if (at !== 'value' || (key !== 'path' && key !== 'increment_from')) return [];
  const [group, name] = path;
  const about = group === 'tools' ? tools.filter((tool) => tool.name === name) : tools;
  const found = new Map(
    about.flatMap(({ inputSchema }) => parametersOf(inputSchema).map((one) => [one.path, one] as const)),
  );
  return [...found.values()]
    .slice(0, 200)
    .map(({ path: place, types }) => quoted(place, 'variable', types.join(' or ')));
}

/** The path of the container in the context of which the caret stands. */
const around = ({ path, at, key }: JsonContext): (string | number)[] =>
  at === 'key' ? path : [...path, key];

/** What could be written at a place of a policy. */
export async function completions(
  text: string,
  place: number,
  explicit: boolean,
  { schema, tools }: Sources,
): Promise<Offered | null> {
  const context = contextAt(text, place);
  if (!context || (!explicit && !context.token)) return null;
  const root = await schema;
  const schemas = schemasAt(root, around(context));
  const words = context.at === 'key' ? keysOf(schemas, root, context) : valuesOf(schemas);
  const typed = context.token.replaceAll('"', '').toLowerCase();
  const options = [...toolNames(context, tools), ...argumentPaths(context, tools), ...words].filter(
    ({ label }) => label.toLowerCase().includes(typed),
  );
  // A colon that is there already must not come twice.
  const follows = /^\s*:/.test(text.slice(context.to));
  const applied = options.map((option) =>
    follows && context.at === 'key' ? { ...option, apply: JSON.stringify(option.label) } : option,
  );
  return applied.length ? { from: context.from, to: context.to, options: applied, filter: false } : null;
}

/** What the schema says of the key or value at a place, and where that stands. */
export async function documentation(
  text: string,
  place: number,
  { schema, tools }: Sources,
): Promise<{ from: number; to: number; text: string } | undefined> {
  const context = contextAt(text, place);
  if (!context?.token.startsWith('"')) return undefined;
  const { from, to, token, path, at } = context;
  const word = token.replaceAll('"', '');
  const root = await schema;
  const known =
    at === 'key' && path[0] === 'tools' && path.length === 1
      ? tools.find(({ name }) => name === word)
      : undefined;
  if (known) return { from, to, text: `A tool of the server${known.level ? `, ${known.level} risk` : ''}.` };
  const schemas = schemasAt(root, at === 'key' ? [...path, word] : around(context));
  const [said] = schemas.map(({ description }) => description).filter((one) => typeof one === 'string');
  return said === undefined ? undefined : { from, to, text: said };
}
