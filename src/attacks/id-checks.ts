import type { FrameworkId } from '../model/attack.ts';
import { type Problem, pointerOf, shown } from '../model/problem.ts';
import { nearest } from '../policy/index.ts';
import type { Check, KnownIds } from './checks.ts';
import { entryFile } from './entry.ts';
import type { EntryIds } from './entry-ids.ts';
import type { AttackContent } from './read.ts';

/** An id that must be one of a list, with where it stands. */
interface Use {
  id: string;
  at: PropertyKey[];
  ids: ReadonlySet<string>;
  list: string;
}

/** The ids of a list of an entry; what is no text is told by the schema. */
const usesIn = (
  ids: readonly (string | null)[],
  at: (index: number) => PropertyKey[],
  known: ReadonlySet<string>,
  list: string,
): Use[] => ids.flatMap((id, index) => (id === null ? [] : [{ id, at: at(index), ids: known, list }]));

const usesOf = (entry: EntryIds, { categories, controls, signals, frameworks }: KnownIds): Use[] => [
  ...usesIn([entry.category], () => ['category'], categories, 'attack-categories.json'),
  ...usesIn(
    entry.secondaryCategories,
    (index) => ['secondaryCategories', index],
    categories,
    'attack-categories.json',
  ),
  ...usesIn(entry.signals, (index) => ['signals', index], signals, 'capabilities.json'),
  ...usesIn(
    entry.policy.controls.map(({ control }) => control),
    (index) => ['policy', 'controls', index, 'control'],
    controls,
    'attack-controls.json',
  ),
  ...Object.entries(entry.mappings).flatMap(([framework, { ids }]) => {
    const known = frameworks.get(framework as FrameworkId);
    return known
      ? usesIn(ids, (index) => ['mappings', framework, 'ids', index], known, 'frameworks.json')
      : [];
  }),
];

/** All entries with their ids, also those whose front matter has other faults. */
const entriesOf = ({ attacks, broken }: AttackContent): (EntryIds & { id: string })[] => [
  ...attacks.values(),
  ...broken.values(),
];

function unknownId(file: string, { id, at, ids, list }: Use): Problem {
  const near = nearest(id, [...ids]);
  const remedy = `${near ? `Did you mean ${shown(near)}? ` : ''}Use a listed id, or add it there with its words.`;
  return { file, pointer: pointerOf(at), found: shown(id), expected: `an id of taxonomy/${list}`, remedy };
}

const knownIds: Check = {
  name: 'known-ids',
  description: 'Every category, signal, control and framework id stands in the taxonomy.',
  check: (content, known) =>
    entriesOf(content).flatMap((entry) =>
      usesOf(entry, known)
        .filter(({ id, ids }) => !ids.has(id))
        .map((use) => unknownId(entryFile(entry.id), use)),
    ),
};

const related: Check = {
  name: 'related-entries',
  description: 'An entry names existing entries as related, and never itself.',
  check: (content) => {
    const entries = entriesOf(content);
    const ids = new Set(entries.map(({ id }) => id).sort());
    return entries.flatMap((entry) =>
      entry.related.flatMap((id, index) => {
        if (id === null || (ids.has(id) && id !== entry.id)) return [];
        const near = nearest(id, [...ids]);
        const remedy = near && id !== entry.id ? `Did you mean ${shown(near)}?` : 'Remove it.';
        const pointer = `/related/${index}`;
        return [
          {
            file: entryFile(entry.id),
            pointer,
            found: shown(id),
            expected: 'the id of another entry',
            remedy,
          },
        ];
      }),
    );
  },
};

/** The rules for what an entry refers to; they hold for entries with other faults as well. */
export const ID_CHECKS: readonly Check[] = [knownIds, related];
