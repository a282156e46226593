import { parametersOf } from '../risk/parameters.ts';
import { jsonText } from '../views/json-text.ts';
import type { ServerData, ToolData } from '../views/server-json.ts';
import { plural } from '../views/words.ts';
import { type Cell, type Piece, pieces, type RowKind, words } from './cell.ts';
import { categoryLabel, hazardLabel, levelWord } from './words.ts';

/** A tool with its server. */
export interface ToolSubject {
  server: ServerData;
  tool: ToolData;
}

/** More lines than this in a cell are counted. */
const SHOWN = 6;

const cut = (all: readonly Piece[]): Piece[] =>
  all.length > SHOWN
    ? [...all.slice(0, SHOWN), { text: `and ${plural(all.length - SHOWN, 'more', 'more')}` }]
    : [...all];

const evidence = ({ tool: { classifier, review } }: ToolSubject): Cell => {
  const seen = classifier.signals.map(({ saw, points }) => `“${saw}” points to ${categoryLabel(points)}`);
  const lines = cut([...new Set(seen)].map((text) => ({ text })));
  return pieces([...(review ? [{ text: review.reason }] : lines.length ? [] : [{ text: 'none' }]), ...lines]);
};

function parameters({ tool: { inputSchema } }: ToolSubject): Cell {
  if (inputSchema === undefined) return words('not known');
  const all = parametersOf(inputSchema).filter(({ depth, path }) => depth === 1 && !path.endsWith('[*]'));
  if (all.length === 0) return words('none');
  const needed = all.filter(({ required }) => required);
  return pieces([
    { text: `${plural(all.length, 'parameter')}, ${needed.length} required` },
    ...cut(all.map(({ name, required }) => ({ text: required ? name : `${name}?`, code: true }))),
  ]);
}

const hazards = ({ tool }: ToolSubject): Cell =>
  tool.hazards.length
    ? pieces(
        cut(
          tool.hazards.map(({ hazard, path }) => ({
            text: `${hazardLabel(hazard)}: ${path.replace(/^args\./, '')}`,
          })),
        ),
      )
    : words(tool.inputSchema === undefined ? 'not known' : 'none');

/** With half the indent, since the columns are narrow. */
const narrow = (json: string): string => json.replace(/^ +/gm, (indent) => indent.slice(indent.length / 2));

/** A rule names the counter of its tool, which says nothing of how two rules differ. */
const ruleWithoutName = ({ tool }: ToolSubject): string =>
  JSON.stringify(tool.rule).replaceAll(JSON.stringify(tool.name).slice(1, -1), '');

/** What is compared of tools, in the order of a tool page. */
export const TOOL_ROWS: readonly RowKind<ToolSubject>[] = [
  { label: 'Risk', cell: ({ tool }) => pieces([{ text: levelWord(tool.level), level: tool.level }]) },
  { label: 'Category', cell: ({ tool }) => words(categoryLabel(tool.category)) },
  { label: 'What a call does', cell: ({ tool }) => words(tool.summary ?? 'not described yet') },
  { label: 'Evidence', cell: evidence },
  { label: 'Parameters', cell: parameters },
  { label: 'What could be abused', cell: hazards },
  { label: 'Recommended policy', cell: ({ tool }) => words(tool.stance) },
  { label: 'Rule', cell: ({ tool }) => ({ block: narrow(jsonText(tool.rule)) }), same: ruleWithoutName },
];
