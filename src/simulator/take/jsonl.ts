import { isoText } from '../clock.ts';
import { type Entry, timeOf } from '../workspace.ts';

/** A session as `npm run policy -- eval` reads it: one call a line. */
export const jsonlOf = (entries: readonly Entry[]): string =>
  entries
    .flatMap((entry) =>
      Array.from({ length: entry.times }, (_, number) => {
        const { tool, args, grant } = entry;
        return `${JSON.stringify({ tool, args, grant, at: isoText(timeOf(entry, number)) })}\n`;
      }),
    )
    .join('');
