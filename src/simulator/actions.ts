import { BOUNDS, callCount, type Entry, endOf, type Workspace } from './workspace.ts';

/** Everything that can be done to a workspace. Elements send these; `reduce` does them. */
export type Action =
  | { do: 'add'; entry: Entry }
  | { do: 'edit'; index: number; change: Partial<Entry> }
  | { do: 'remove'; index: number }
  | { do: 'repeat'; index: number }
  | { do: 'move'; index: number; by: 1 | -1 }
  | { do: 'approve'; index: number; approval: 'granted' | 'refused' | undefined }
  | { do: 'empty' }
  | { do: 'clock'; at: number }
  | { do: 'policy'; text: string }
  | { do: 'base'; text: string }
  | { do: 'swap' }
  | { do: 'replay'; entries: readonly Entry[]; clock: number; title: string }
  | { do: 'open'; workspace: Workspace };

type Done<Kind extends Action['do']> = (
  workspace: Workspace,
  action: Extract<Action, { do: Kind }>,
) => Workspace;

/** Puts an entry at a place, and sets the clock to its end where it is the last. */
function added(workspace: Workspace, entry: Entry, place: number): Workspace {
  const entries = workspace.entries.toSpliced(place, 0, entry);
  if (entries.length > BOUNDS.entries || callCount(entries) > BOUNDS.calls) return workspace;
  const last = place === entries.length - 1;
  return { ...workspace, entries, clock: last ? Math.max(workspace.clock, endOf(entry)) : workspace.clock };
}

/** Neighbours change places and keep the times of their places, so that time still runs forward. */
function moved(entries: readonly Entry[], index: number, by: 1 | -1): readonly Entry[] {
  const [first, second] = [Math.min(index, index + by), Math.max(index, index + by)];
  const [a, b] = [entries[first], entries[second]];
  if (!a || !b) return entries;
  const shift = b.over - a.over;
  return entries.toSpliced(first, 2, { ...b, at: a.at }, { ...a, at: b.at + Math.max(0, shift) });
}

const without = ({ approval: _, grantedBefore: __, ...entry }: Entry): Entry => entry;

const DOES: { [Kind in Action['do']]: Done<Kind> } = {
  add: (workspace, { entry }) => added(workspace, entry, workspace.entries.length),
  edit: (workspace, { index, change }) => {
    const entry = workspace.entries[index];
    if (!entry) return workspace;
    const entries = workspace.entries.with(index, { ...entry, ...change });
    return callCount(entries) > BOUNDS.calls ? workspace : { ...workspace, entries };
  },
  remove: (workspace, { index }) => ({ ...workspace, entries: workspace.entries.toSpliced(index, 1) }),
  repeat: (workspace, { index }) => {
    const entry = workspace.entries[index];
    return entry ? added(workspace, { ...entry, at: endOf(entry) }, index + 1) : workspace;
  },
  move: (workspace, { index, by }) => ({ ...workspace, entries: moved(workspace.entries, index, by) }),
  approve: (workspace, { index, approval }) => {
    const entry = workspace.entries[index];
    if (!entry) return workspace;
    const changed = approval ? { ...without(entry), approval } : without(entry);
    return { ...workspace, entries: workspace.entries.with(index, changed) };
  },
  empty: (workspace) => ({ ...workspace, entries: [] }),
  clock: (workspace, { at }) => ({ ...workspace, clock: at }),
  policy: (workspace, { text }) => ({ ...workspace, policy: text }),
  base: (workspace, { text }) => ({ ...workspace, base: text }),
  swap: (workspace) => ({ ...workspace, policy: workspace.base, base: workspace.policy }),
  replay: (workspace, { entries, clock, title }) => ({ ...workspace, entries, clock, title }),
  open: (_, { workspace }) => workspace,
};

/** The workspace after an action; the same where the action cannot be done. Never changes the old one. */
export const reduce = (workspace: Workspace, action: Action): Workspace =>
  (DOES[action.do] as Done<Action['do']>)(workspace, action);
