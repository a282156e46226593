import table from '../../content/taxonomy/risk-parameters.json' with { type: 'json' };
import type { Signal } from '../model/assessment.ts';
import { hazardOf } from './hazards.ts';
import { type Parameter, parametersOf } from './parameters.ts';
import { onlyWorst } from './severity.ts';
import type { RiskParameters } from './taxonomy.ts';
import { aboutTool, type ClassifiableTool } from './tool.ts';
import { wordsOfName } from './words.ts';

const known = (table as RiskParameters).parameters.map((rule) => ({
  ...rule,
  names: rule.names ? new RegExp(rule.names) : undefined,
  values: rule.values ? new RegExp(rule.values, 'i') : undefined,
}));

function signalsOf(parameter: Parameter, about: string): Signal[] {
  const name = wordsOfName(parameter.name).join(' ');
  const hazard = hazardOf(parameter, about)?.hazard;
  const found = known.flatMap((rule): Signal[] => {
    const { names, values, points, weight, note } = rule;
    if (rule.hazard ? rule.hazard !== hazard : !names?.test(name)) return [];
    if (rule.free && parameter.values.length > 0) return [];
    const value = values && parameter.values.find((each) => typeof each === 'string' && values.test(each));
    if (values && value === undefined) return [];
    const saw = value === undefined ? parameter.name : `${parameter.name}: ${value}`;
    return [{ source: 'parameter', where: parameter.pointer, saw, points, weight, note }];
  });
  return onlyWorst(found);
}

/** Evidence in the parameters at the top of the input schema: what they carry, and the values they are limited to. */
export function parameterSignals(tool: ClassifiableTool): Signal[] {
  const about = aboutTool(tool);
  return parametersOf(tool.inputSchema)
    .filter((parameter) => parameter.depth === 1 && !parameter.path.endsWith(']'))
    .flatMap((parameter) => signalsOf(parameter, about));
}
