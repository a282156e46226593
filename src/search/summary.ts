import { visible } from '../views/text.ts';
import { number, plural } from '../views/words.ts';
import { isAnyChosen } from './facets.ts';
import { type Answer, type Ask, isIdle } from './find.ts';
import type { Kind } from './prepare.ts';

/** What there is to search. */
export const amountOf = ({ tool = 0, server = 0, attack = 0 }: Partial<Record<Kind, number>>): string =>
  `${plural(tool, 'tool')} on ${plural(server, 'MCP server')}${attack ? `, and ${plural(attack, 'attack')}` : ''}.`;

/** One sentence above the results: how many there are, and where they are not what was asked for. */
export function summaryOf(answer: Answer, ask: Ask, final: boolean): string {
  const { total, counts, instead, partial } = answer;
  const typed = visible(ask.text.trim());
  const results = plural(total, 'result');
  if (isIdle(ask)) return amountOf(counts.kind);
  if (!final) return total ? `${results} so far` : 'Searching…';
  if (!total)
    return `No result${typed && ` for “${typed}”`}${isAnyChosen(ask.chosen) ? ' with these filters' : ''}.`;
  if (instead !== undefined) return `Nothing is called “${typed}”. ${results} for “${visible(instead)}”.`;
  if (partial)
    return `Nothing has all of these words. ${number(total)} ${total === 1 ? 'has' : 'have'} some of them.`;
  return results;
}
