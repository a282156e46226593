import hazards from '../../content/taxonomy/hazards.json' with { type: 'json' };
import { type Parameter, parametersOf } from './parameters.ts';
import type { HazardKind } from './taxonomy.ts';
import { aboutTool, type ClassifiableTool } from './tool.ts';
import { wordsOfName } from './words.ts';

/** A parameter that can be abused, and for what. */
export interface Hazard {
  /** As a policy writes it: `args.options.url`, `args.urls[*]`. */
  path: string;
  /** RFC 6901, into the tool object. */
  pointer: string;
  /** The id of a kind in `content/taxonomy/hazards.json`. */
  hazard: string;
  label: string;
  /** One sentence: what the parameter could be abused for. */
  abuse: string;
  /** Whether every call carries it. */
  required: boolean;
  /** Its JSON Schema types joined by `|`, without `null`; `any` where the schema does not say. */
  type: string;
  /** Whether a call may carry `null` in its place. */
  nullable: boolean;
  /** The guard that fits it. Only on a plain string: a guard compares text, and doubt about a type denies. */
  guard?: 'shell' | 'sql' | 'path' | 'url';
}

const compiled = (hazards.hazards as HazardKind[]).map((kind) => ({
  kind,
  names: new RegExp(kind.names),
  not: kind.not ? new RegExp(kind.not) : undefined,
  about: kind.about ? new RegExp(kind.about, 'i') : undefined,
  aboutNot: kind.aboutNot ? new RegExp(kind.aboutNot, 'i') : undefined,
}));

/** The hazard of one parameter; `about` is the name and text of its tool. */
export function hazardOf(parameter: Parameter, about: string): Hazard | undefined {
  const name = wordsOfName(parameter.name).join(' ');
  const { types, values } = parameter;
  const match = compiled.find(
    (each) =>
      each.names.test(name) &&
      !each.not?.test(name) &&
      (types.length === 0 || types.some((type) => each.kind.types.some((fitting) => fitting === type))) &&
      !(each.kind.free && (values.length > 0 || types.includes('boolean'))) &&
      (!each.about || each.about.test(about)) &&
      !each.aboutNot?.test(about),
  );
  if (!match) return undefined;
  const { id, label, abuse, guard } = match.kind;
  return {
    path: parameter.path,
    pointer: parameter.pointer,
    hazard: id,
    label,
    abuse,
    required: parameter.required,
    type: types.join('|') || 'any',
    nullable: parameter.nullable,
    ...(guard && types.join() === 'string' ? { guard } : {}),
  };
}

/**
 * The parameters of an input schema that can be abused, one kind each, in the order of the schema.
 * `about` is the tool's name and text: it tells an SQL `query` from a search phrase. Pure; any input is survived.
 */
export const hazardsOf = (inputSchema: unknown, about = ''): Hazard[] =>
  parametersOf(inputSchema).flatMap((parameter) => hazardOf(parameter, about) ?? []);

/** `hazardsOf` with all that is known of the tool. */
export const hazardsOfTool = (tool: ClassifiableTool): Hazard[] =>
  hazardsOf(tool.inputSchema, aboutTool(tool));
