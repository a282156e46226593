import { changedEntries, groupsOf } from './compare.ts';
import { type Run, verdictAt } from './verdict.ts';

/** Which lines of a session are shown, by what became of their calls. */
export type Show = 'all' | 'stopped' | 'changed';

const NOTHING = new Uint8Array(0);

const isStopped = (run: Run, entry: number): boolean =>
  groupsOf(run, entry, NOTHING).some(({ from }) => verdictAt(run, from).outcome !== 'allow');

/**
 * The lines that are shown, by their place in the session.
 *
 * @param count How many lines the session has.
 * @param changed For each call of the run, 1 where another policy decides it otherwise.
 * @param changesFirst Whether the lines with such a call stand first.
 */
export function shownEntries(
  count: number,
  run: Run | undefined,
  changed: Uint8Array,
  show: Show,
  changesFirst: boolean,
): number[] {
  const all = [...Array(count).keys()];
  if (!run || (show === 'all' && !changesFirst)) return all;
  if (show === 'stopped') return all.filter((entry) => isStopped(run, entry));
  const first = changedEntries(run, changed);
  return show === 'changed' ? first : [...new Set([...first, ...all])];
}
