import table from '../../content/taxonomy/risk-parameters.json' with { type: 'json' };
import type { Signal } from '../model/assessment.ts';
import { type Parameter, parametersOf } from './parameters.ts';
import type { RiskParameters } from './taxonomy.ts';
import type { ClassifiableTool } from './tool.ts';
import { wordsOfName } from './words.ts';

const known = (table as RiskParameters).parameters.map((rule) => ({
  ...rule,
  names: new RegExp(rule.names),
  values: rule.values ? new RegExp(rule.values, 'i') : undefined,
}));

function signalsOf(parameter: Parameter): Signal[] {
  const name = wordsOfName(parameter.name).join(' ');
  return known.flatMap(({ names, values, free, points, weight, note }) => {
    if (!names.test(name) || (free && parameter.values.length > 0)) return [];
    const value = values && parameter.values.find((each) => typeof each === 'string' && values.test(each));
    if (values && value === undefined) return [];
    const saw = value === undefined ? parameter.name : `${parameter.name}: ${value}`;
    return [{ source: 'parameter', where: parameter.pointer, saw, points, weight, note }];
  });
}

/** Evidence in the parameters near the top of the input schema: their names, and the values they are limited to. */
export const parameterSignals = (tool: ClassifiableTool): Signal[] =>
  parametersOf(tool.inputSchema)
    .filter((parameter) => parameter.depth <= 1 && !parameter.path.endsWith(']'))
    .flatMap(signalsOf);
