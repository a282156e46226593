import { isoText } from '../clock.ts';
import { type Entry, timeOf } from '../workspace.ts';

/** When a person said what, as a policy test file tells it; `at` is when the call is made. */
export function personOf({ approval, grantedBefore = 0 }: Entry, at: number): Record<string, string> {
  if (approval === 'granted') return { approved_at: isoText(at - grantedBefore) };
  return approval === 'refused' ? { refused_at: isoText(at) } : {};
}

/** A session as `npm run policy -- eval` reads it: one call a line. */
export const jsonlOf = (entries: readonly Entry[]): string =>
  entries
    .flatMap((entry) =>
      Array.from({ length: entry.times }, (_, number) => {
        const { tool, args, grant, upstream } = entry;
        const time = timeOf(entry, number);
        const more = { ...personOf(entry, time), ...(upstream && { upstream }) };
        return `${JSON.stringify({ tool, args, grant, at: isoText(time), ...more })}\n`;
      }),
    )
    .join('');
