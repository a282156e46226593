import { pointerOf } from './pointer.ts';
import type { Fault } from './policy-error.ts';
import type { RegexCompiler } from './regex.ts';
import { BOUNDS } from './schema.ts';
import { shown } from './shown.ts';

/** Each takes what was parsed, valid or not, so that all faults are found at once. */
type CrossCheck = (document: unknown, regex: RegexCompiler | undefined) => Fault[];

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Every rule object of a document: each tool's, and that of all tools. */
function rules(document: unknown): { place: string[]; rule: Record<string, unknown> }[] {
  const { tools, all_tools } = record(document);
  return [
    ...Object.entries(record(tools)).map(([tool, rule]) => ({ place: ['tools', tool], rule: record(rule) })),
    { place: ['all_tools'], rule: record(all_tools) },
  ];
}

const hideStands: CrossCheck = (document) => {
  const names = list(record(document)['hide']);
  return names.flatMap((name, index): Fault[] => {
    const pointer = pointerOf(['hide', index]);
    const first = names.indexOf(name);
    if (first !== index) {
      return [
        { pointer, found: `${shown(name)}, which stands at /hide/${first} too`, expected: 'each tool once' },
      ];
    }
    const beside = {
      pointer,
      found: '"*" beside names',
      expected: 'names, or "*" alone',
      correction: '"hide": ["*"]',
    };
    return name === '*' && names.length > 1 ? [beside] : [];
  });
};

const withinCounts: CrossCheck = (document) => {
  const tools = Object.keys(record(record(document)['tools'])).length;
  const counts = rules(document).map(({ place, rule }) => ({
    pointer: pointerOf(place),
    count: list(rule['require']).length + list(rule['deny_if']).length,
    unit: 'entries of require and deny_if',
    max: BOUNDS.predicates as number,
  }));
  return [...counts, { pointer: '/tools', count: tools, unit: 'tools', max: BOUNDS.tools }]
    .filter(({ count, max }) => count > max)
    .map(({ count, max, pointer, unit }) => ({
      pointer,
      found: `${count} ${unit}`,
      expected: `at most ${max}`,
    }));
};

const oneWindowEach: CrossCheck = (document) => {
  const known = new Map<unknown, { window: unknown; pointer: string }>();
  return rules(document).flatMap(({ place, rule }) =>
    list(rule['limits']).flatMap((limit, index): Fault[] => {
      const { counter, window } = record(limit);
      const pointer = pointerOf([...place, 'limits', index, 'window']);
      const first = known.get(counter);
      if (first === undefined) known.set(counter, { window, pointer });
      if (typeof counter !== 'string' || first === undefined || first.window === window) return [];
      const expected = `${shown(first.window)}, as for the counter ${shown(counter)} at ${first.pointer}`;
      return [{ pointer, found: shown(window), expected }];
    }),
  );
};

/** Every condition of a document that is an object. */
function* conditions(
  document: unknown,
): Generator<{ place: (string | number)[]; op: unknown; value: unknown }> {
  for (const { place, rule } of rules(document)) {
    for (const kind of ['require', 'deny_if']) {
      for (const [index, predicate] of list(rule[kind]).entries()) {
        for (const [at, condition] of list(record(predicate)['conditions']).entries()) {
          const { op, value } = record(condition);
          yield { place: [...place, kind, index, 'conditions', at], op, value };
        }
      }
    }
  }
}

const patternsCompile: CrossCheck = (document, regex) =>
  [...conditions(document)].flatMap(({ op, place, value }): Fault[] => {
    if (op !== 'regex' || typeof value !== 'string' || value.length > BOUNDS.regex) return [];
    const search = regex?.(value);
    if (search === undefined || typeof search === 'function') return [];
    const found = `${shown(value)} (${search.fault})`;
    return [{ pointer: pointerOf([...place, 'value']), found, expected: 'a pattern in RE2 syntax' }];
  });

/** What no schema can say: ties between places of a document. */
export const CROSS_CHECKS: readonly CrossCheck[] = [hideStands, withinCounts, oneWindowEach, patternsCompile];
