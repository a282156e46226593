import type { Marks } from '../check.ts';
import { type Entry, GRANT, type Workspace } from '../workspace.ts';

/** Without what is usual, so that links stay short. */
const shortEntry = ({ grant, times, over, ...entry }: Entry) => ({
  ...entry,
  ...(grant !== GRANT && { grant }),
  ...(times !== 1 && { times }),
  ...(over !== 0 && { over }),
});

/**
 * A workspace as text, for `readSaved`. `checked` is what was found in its two documents, where both are valid; only
 * this browser keeps it, so that they need no second check.
 */
export const saveText = (
  { title, policy, base, clock, entries, tools }: Workspace,
  checked?: readonly [policy: Marks, base: Marks],
): string =>
  JSON.stringify({
    version: 1,
    title,
    policy,
    ...(base !== policy && { base }),
    clock,
    entries: entries.map(shortEntry),
    ...(tools.length && { tools }),
    ...(checked && { checked }),
  });
