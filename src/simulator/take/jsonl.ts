import { isoText } from '../clock.ts';
import { type Entry, timeOf } from '../workspace.ts';

const APPROVALS = { granted: 'approved_at', refused: 'refused_at' } as const;

/** A session as `npm run policy -- eval` reads it: one call a line. */
export const jsonlOf = (entries: readonly Entry[]): string =>
  entries
    .flatMap((entry) =>
      Array.from({ length: entry.times }, (_, number) => {
        const { tool, args, grant, approval, upstream } = entry;
        const at = isoText(timeOf(entry, number));
        const person = approval && { [APPROVALS[approval]]: at };
        return `${JSON.stringify({ tool, args, grant, at, ...person, ...(upstream && { upstream }) })}\n`;
      }),
    )
    .join('');
