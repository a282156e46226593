import { routes } from '../routes.ts';
import type { ServerData, ToolData } from '../views/server-json.ts';
import { number, plural } from '../views/words.ts';
import { type Cell, type Piece, pieces, type RowKind, words } from './cell.ts';
import { CATEGORIES, categoryLevel, levelWord } from './words.ts';

/** How many of the worst tools are named. */
const WORST = 5;

const countOf = ({ tools }: ServerData, category: string): number =>
  tools.filter((tool) => tool.category === category).length;

/** Tools stand riskiest first, so the first gives the level. */
const worst = ({ tools }: ServerData): Cell => {
  const level = tools[0]?.level ?? 'unrated';
  return pieces([{ text: `up to ${levelWord(level)}`, level }]);
};

const split = (server: ServerData): Cell =>
  pieces(
    CATEGORIES.flatMap(({ id, label }): Piece[] => {
      const count = countOf(server, id);
      const percent = Math.round((1000 * count) / server.tools.length) / 10;
      return count ? [{ text: `${label} ${number(count)} (${percent} %)`, level: categoryLevel(id) }] : [];
    }),
  );

/** The path of a tool's page within the site, whatever its address. */
export const pathOf = ({ url }: Pick<ToolData, 'url'>): string => url.slice(url.indexOf('/tools/'));

const worstTools = ({ tools }: ServerData): Cell =>
  pieces(
    tools
      .slice(0, WORST)
      .map((tool) => ({ text: tool.name, code: true, level: tool.level, href: pathOf(tool) })),
  );

const combinations = ({ id, combinations }: ServerData): Cell =>
  combinations.length
    ? pieces(
        combinations.map(({ id: anchor, label }) => ({
          text: label,
          href: `${routes.server(id)}#${anchor}`,
        })),
      )
    : words('none found');

function policy({ tools }: ServerData): Cell {
  const denied = tools.filter(({ stance }) => stance === 'denied').length;
  return words(`${number(tools.length - denied)} allowed under a limit, ${number(denied)} denied`);
}

/** What is compared of servers, in the order of a server page. */
export const SERVER_ROWS: readonly RowKind<ServerData>[] = [
  { label: 'Risk', cell: worst },
  { label: 'What it is for', cell: ({ summary }) => words(summary ?? 'not described yet') },
  { label: 'Topic', cell: ({ topicLabel }) => words(topicLabel ?? 'none') },
  { label: 'Tools', cell: ({ tools }) => words(plural(tools.length, 'tool')) },
  { label: 'What they do', cell: split },
  { label: 'Riskiest tools', cell: worstTools },
  {
    label: 'Dangerous together',
    cell: combinations,
    same: ({ combinations }) => combinations.map(({ id }) => id),
  },
  { label: 'Recommended policy', cell: policy },
  { label: 'Tool list in tokens', cell: ({ tokens }) => words(`about ${number(tokens)}`) },
];
