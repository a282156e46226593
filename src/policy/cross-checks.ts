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
  return names.flatMap((name, index) => {
    const pointer = pointerOf(['hide', index]);
    const first = names.indexOf(name);
    if (first !== index) {
      return [
        { pointer, found: `${shown(name)}, which stands at /hide/${first} too`, expected: 'each tool once' },
      ];
    }
    if (name !== '*' || names.length === 1) return [];
    return [
      { pointer, found: '"*" beside names', expected: 'names, or "*" alone', correction: '"hide": ["*"]' },
    ];
  });
};

const withinCounts: CrossCheck = (document) => {
  const tools = Object.keys(record(record(document)['tools'])).length;
  const tooMany = (pointer: string, found: string, expected: string): Fault => ({ pointer, found, expected });
  const faults = rules(document).flatMap(({ place, rule }) => {
    const predicates = list(rule['require']).length + list(rule['deny_if']).length;
    return predicates <= BOUNDS.predicates
      ? []
      : [
          tooMany(
            pointerOf(place),
            `${predicates} entries`,
            `at most ${BOUNDS.predicates} in require and deny_if`,
          ),
        ];
  });
  if (tools > BOUNDS.tools) faults.push(tooMany('/tools', `${tools} tools`, `at most ${BOUNDS.tools}`));
  return faults;
};

const oneWindowEach: CrossCheck = (document) => {
  const known = new Map<unknown, { window: unknown; pointer: string }>();
  return rules(document).flatMap(({ place, rule }) =>
    list(rule['limits']).flatMap((limit, index) => {
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

const regexesCompile: CrossCheck = (document, regex) =>
  rules(document).flatMap(({ place, rule }) =>
    ['require', 'deny_if'].flatMap((kind) =>
      list(rule[kind]).flatMap((predicate, index) =>
        list(record(predicate)['conditions']).flatMap((condition, at) => {
          const { op, value } = record(condition);
          if (op !== 'regex' || typeof value !== 'string' || value.length > BOUNDS.regex) return [];
          const search = regex?.(value);
          if (search === undefined || typeof search === 'function') return [];
          const pointer = pointerOf([...place, kind, index, 'conditions', at, 'value']);
          return [
            { pointer, found: `${shown(value)} (${search.fault})`, expected: 'a pattern in RE2 syntax' },
          ];
        }),
      ),
    ),
  );

/** What no schema can say: ties between places of a document. */
export const CROSS_CHECKS: readonly CrossCheck[] = [hideStands, withinCounts, oneWindowEach, regexesCompile];
