import { visible } from '../../views/text.ts';
import type { Args } from '../workspace.ts';

/** Arguments in a line, cut where they are long. */
export function argsLine(args: Args, most = 80): string {
  const text = Object.entries(args)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
    .join(', ');
  return visible(text.length > most ? `${text.slice(0, most)}…` : text);
}
