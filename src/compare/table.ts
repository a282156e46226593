import { button, h } from '../client/dom.ts';
import { routes } from '../routes.ts';
import { visible } from '../views/text.ts';
import type { Cell, Piece, Row } from './cell.ts';

/** A column's head. */
export interface Head {
  key: string;
  text: string;
  href: string;
  code: boolean;
  /** Under the name: the server of a tool, the id of a server. */
  note: string;
}

function pieceElement({ text, code, level, href }: Piece): HTMLElement {
  const name = code ? h('code', {}, visible(text)) : visible(text);
  const shown = href ? h('a', { href }, name) : name;
  return h('span', level ? { class: `risk risk-${level}` } : {}, h('span', {}, shown));
}

/** A cell with the name of its column, which a narrow screen shows before it. */
const cellElement = (cell: Cell, name: string): HTMLElement =>
  h(
    'td',
    { role: 'cell', 'data-head': name },
    ...('block' in cell ? [h('pre', {}, cell.block)] : cell.pieces.map(pieceElement)),
  );

const rowElement = ({ label, cells, differs }: Row, names: readonly string[]): HTMLElement =>
  h(
    'tr',
    { role: 'row', class: differs ? 'differs' : undefined },
    h('th', { scope: 'row', role: 'rowheader' }, label, differs && h('span', { class: 'mark' }, 'differs')),
    ...cells.map((cell, column) => cellElement(cell, names[column] ?? '')),
  );

const headElement = ({ key, text, href, code, note }: Head, remove: (key: string) => void): HTMLElement =>
  h(
    'th',
    { scope: 'col', role: 'columnheader' },
    h('a', { href }, code ? h('code', {}, visible(text)) : h('bdi', {}, visible(text))),
    h('span', { class: 'small soft' }, visible(note)),
    button('Remove', () => remove(key), {
      class: 'copy',
      'aria-label': `Remove ${visible(text)} (${visible(note)})`,
    }),
  );

/** What the columns are called where there is room for one line: alike names by their keys. */
const namesOf = (heads: readonly Head[]): string[] =>
  heads.map(({ key, text }) => visible(heads.filter((head) => head.text === text).length > 1 ? key : text));

/** More columns than this are not shown beside each other on a narrow screen. */
const BESIDE = 2;

/** The comparison as a table. Its roles are spelt out, since the style lays it out as a grid. */
export const tableOf = (
  heads: readonly Head[],
  rows: readonly Row[],
  remove: (key: string) => void,
): HTMLElement =>
  h(
    'table',
    {
      role: 'table',
      class: heads.length > BESIDE ? 'many' : undefined,
      'data-columns': heads.length,
      'aria-label': 'Comparison',
    },
    h(
      'thead',
      { role: 'rowgroup' },
      h('tr', { role: 'row' }, h('td', { role: 'cell' }), ...heads.map((head) => headElement(head, remove))),
    ),
    h('tbody', { role: 'rowgroup' }, ...rows.map((row) => rowElement(row, namesOf(heads)))),
  );

export const serverHead = (id: string, title: string): Head => ({
  key: id,
  text: title,
  href: routes.server(id),
  code: false,
  note: id,
});

export const toolHead = (key: string, name: string, href: string, server: string): Head => ({
  key,
  text: name,
  href,
  code: true,
  note: `of ${server}`,
});
