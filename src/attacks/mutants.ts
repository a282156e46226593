import { pointerOf } from '../model/problem.ts';
import type { PolicyDocument } from '../policy/index.ts';

/** A policy document with one thing taken away. */
export interface Mutant {
  /** What is taken away: an RFC 6901 JSON Pointer into the document. */
  pointer: string;
  document: PolicyDocument;
}

type Path = readonly (string | number)[];
type Rules = NonNullable<PolicyDocument['all_tools']> & { approval?: unknown };

/** A copy of the document in which `change` was made to the object or array that holds the last key of the path. */
function changed(document: PolicyDocument, path: Path, change: (holder: never, key: never) => void): Mutant {
  const copy = structuredClone(document);
  const holder = path.slice(0, -1).reduce<unknown>((inner, key) => (inner as never)[key], copy);
  change(holder as never, path.at(-1) as never);
  return { pointer: pointerOf(path), document: copy };
}

function remove(holder: Record<string, unknown> | unknown[], key: string & number): void {
  if (Array.isArray(holder)) holder.splice(key, 1);
  else delete holder[key];
}

const LISTS = ['require', 'deny_if', 'limits'] as const;

/** The places of a rule object that can be taken away: each entry, each of several conditions, the approval. */
function pathsOfRules(place: Path, rules: Rules): Path[] {
  const entries = LISTS.flatMap((list) => (rules[list] ?? []).map((_, index) => [...place, list, index]));
  const conditions = (['require', 'deny_if'] as const).flatMap((list) =>
    (rules[list] ?? []).flatMap((predicate, index) =>
      predicate.conditions.length < 2
        ? []
        : predicate.conditions.map((_, at) => [...place, list, index, 'conditions', at]),
    ),
  );
  return [...entries, ...conditions, ...(rules.approval ? [[...place, 'approval']] : [])];
}

const hiddenPaths = ({ hide = [] }: PolicyDocument): Path[] => hide.map((_, index) => ['hide', index]);

/** What can be taken away one at a time: hidden tools, listed tools under default deny, and every rule of both. */
function removable(document: PolicyDocument): Path[] {
  const tools = Object.entries(document.tools ?? {});
  return [
    ...hiddenPaths(document),
    ...(document.default === 'deny' ? tools.map(([tool]) => ['tools', tool]) : []),
    ...tools.flatMap(([tool, rules]) => pathsOfRules(['tools', tool], rules as Rules)),
    ...(document.all_tools ? pathsOfRules(['all_tools'], document.all_tools) : []),
  ];
}

const allowByDefault = (document: PolicyDocument): Mutant =>
  changed(document, ['default'], (holder: Record<string, unknown>, key: string) => {
    holder[key] = 'allow';
  });

/** The document with each of its rules taken away in turn, and with its default opened. */
export const mutantsOf = (document: PolicyDocument): Mutant[] => [
  ...(document.default === 'deny' ? [allowByDefault(document)] : []),
  ...removable(document).map((path) => changed(document, path, remove)),
];
