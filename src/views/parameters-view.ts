import type { ToolEntry } from '../catalogue/catalogue.ts';
import { type Parameter, parametersOf } from '../risk/parameters.ts';

/** One row of the table of parameters. */
export interface ParameterRow {
  /** The name, with the path for one inside another: `filter.tags[*]`. */
  name: string;
  type: string;
  required: boolean;
  /** The kind of hazard, where there is one; what it could be abused for is told at the first of its kind. */
  hazard: { label: string; abuse: string | undefined } | undefined;
}

export interface ParametersView {
  rows: ParameterRow[];
  /** How many parameters the tool has in all. */
  count: number;
  /** Whether the source had an input schema at all. */
  known: boolean;
}

/** More rows than this make a page heavy; the hazardous and the outermost are kept. */
const MOST_ROWS = 16;
const MOST_VALUES = 6;
const LONGEST_TYPE = 90;

const typeOf = ({ types, values, format }: Parameter): string => {
  const shown = values.slice(0, MOST_VALUES).map((value) => JSON.stringify(value));
  const more = values.length > MOST_VALUES ? ` and ${values.length - MOST_VALUES} more` : '';
  const type = values.length ? `${shown.join(', ')}${more}` : types.join(' or ') || 'any';
  const text = format && !values.length ? `${type} (${format})` : type;
  return text.length > LONGEST_TYPE ? `${text.slice(0, LONGEST_TYPE)}…` : text;
};

/** Each sentence once: many parameters of one tool are often of one kind. */
function told(rows: readonly ParameterRow[]): ParameterRow[] {
  const seen = new Set<string>();
  return rows.map(({ hazard, ...row }) => {
    const again = hazard?.abuse !== undefined && seen.has(hazard.abuse);
    if (hazard?.abuse) seen.add(hazard.abuse);
    return { ...row, hazard: hazard && { label: hazard.label, abuse: again ? undefined : hazard.abuse } };
  });
}

/** The parameters of a tool as a table: in the order of the schema, cut to the rows that matter most. */
export function parametersView({ tool, hazards }: ToolEntry): ParametersView {
  const parameters = parametersOf(tool.inputSchema);
  const hazardAt = new Map(hazards.map((hazard) => [hazard.path, hazard]));
  const byWeight = parameters
    .toSorted((a, b) => Number(hazardAt.has(b.path)) - Number(hazardAt.has(a.path)) || a.depth - b.depth)
    .slice(0, MOST_ROWS);
  const kept = new Set(byWeight);
  const rows = parameters
    .filter((parameter) => kept.has(parameter))
    .map((parameter) => ({
      name: parameter.path.replace(/^args\./, ''),
      type: typeOf(parameter),
      required: parameter.required,
      hazard: hazardAt.get(parameter.path),
    }));
  return {
    rows: told(rows),
    count: parameters.length,
    known: tool.inputSchema !== undefined,
  };
}
