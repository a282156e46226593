import table from '../../content/taxonomy/capabilities.json' with { type: 'json' };
import type { CategoryId } from '../model/category.ts';
import { classify } from './classify.ts';
import { hazardOf } from './hazards.ts';
import { type Parameter, parametersOf } from './parameters.ts';
import { firstSentence } from './sentence.ts';
import type { Capabilities, Capability } from './taxonomy.ts';
import { aboutTool, type ClassifiableTool, TEXT_READ } from './tool.ts';
import { wordsOfName } from './words.ts';

/** A capability found in a tool, with where it shows. */
export interface CapabilitySignal {
  /** An id of `content/taxonomy/capabilities.json`. */
  signal: string;
  /** `where` is a JSON Pointer into the tool; `saw` the words or the name seen there. */
  evidence: { where: string; saw: string }[];
}

type Evidence = CapabilitySignal['evidence'];

const { macros, capabilities } = table as Capabilities;

const patternOf = (pattern: string): RegExp =>
  new RegExp(
    pattern.replace(/\{([a-z]+)\}/g, (whole, name: string) => macros[name] ?? whole),
    'i',
  );

const compiled = Object.entries(capabilities).map(([signal, capability]) => ({
  signal,
  capability,
  texts: (capability.texts ?? []).map(patternOf),
  parameters: (capability.parameters ?? []).map(patternOf),
  values: capability.values === undefined ? undefined : patternOf(capability.values),
}));

/** A tool as the patterns see it. */
interface Seen {
  texts: { where: string; text: string }[];
  parameters: { parameter: Parameter; words: string; hazard: string | undefined }[];
  category: string;
}

function seenOf(tool: ClassifiableTool, category: CategoryId): Seen {
  const about = aboutTool(tool);
  const texts = [
    { where: '/name', text: wordsOfName(tool.name).join(' ') },
    { where: '/summary', text: tool.summary ?? '' },
    { where: '/description', text: firstSentence(tool.description?.slice(0, TEXT_READ) ?? '') },
  ];
  return {
    texts: texts.filter(({ text }) => text !== ''),
    parameters: parametersOf(tool.inputSchema).map((parameter) => ({
      parameter,
      words: wordsOfName(parameter.name).join(' '),
      hazard: hazardOf(parameter, about)?.hazard,
    })),
    category,
  };
}

const inTexts = ({ texts }: Seen, patterns: readonly RegExp[]): Evidence =>
  texts.flatMap(({ where, text }) => {
    const saw = patterns.map((pattern) => pattern.exec(text)?.[0]).find(Boolean);
    return saw ? [{ where, saw }] : [];
  });

type Rule = (typeof compiled)[number];

const inParameters = ({ parameters }: Seen, { capability, parameters: names, values }: Rule): Evidence =>
  parameters.flatMap(({ parameter, words, hazard }) => {
    const { name, pointer } = parameter;
    if (hazard && capability.hazards?.includes(hazard)) return [{ where: pointer, saw: name }];
    if (names.some((pattern) => pattern.test(words))) return [{ where: pointer, saw: name }];
    const value = values && parameter.values.find((each) => typeof each === 'string' && values.test(each));
    return value === undefined ? [] : [{ where: pointer, saw: `${name}: ${value}` }];
  });

const inCategory = ({ category }: Seen, { category: wanted }: Capability): Evidence =>
  wanted !== undefined && category === wanted ? [{ where: '', saw: category }] : [];

/**
 * The capability signals that show in a tool, in the order of the taxonomy, each with all its evidence. Signals
 * that depend on the server, and not on the tool, are never among them. `category` is the tool's, reviewed or
 * classified. Pure; any tool object is survived.
 */
export function capabilitiesOf(
  tool: ClassifiableTool,
  category: CategoryId = classify(tool).category,
): CapabilitySignal[] {
  const seen = seenOf(tool, category);
  return compiled.flatMap((rule) => {
    const evidence = [
      ...inTexts(seen, rule.texts),
      ...inParameters(seen, rule),
      ...inCategory(seen, rule.capability),
    ];
    return evidence.length > 0 ? [{ signal: rule.signal, evidence }] : [];
  });
}
