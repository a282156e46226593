import { type Entry, GRANT, type Workspace } from '../workspace.ts';

/** Without what is usual, so that links stay short. */
const shortEntry = ({ grant, times, over, ...entry }: Entry) => ({
  ...entry,
  ...(grant !== GRANT && { grant }),
  ...(times !== 1 && { times }),
  ...(over !== 0 && { over }),
});

/** A workspace as text, for `readSaved`. */
export const saveText = ({ title, policy, base, clock, entries, tools }: Workspace): string =>
  JSON.stringify({
    version: 1,
    title,
    policy,
    ...(base !== policy && { base }),
    clock,
    entries: entries.map(shortEntry),
    ...(tools.length && { tools }),
  });
