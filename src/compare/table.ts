import { routes } from '../routes.ts';
import { button, h } from '../simulator/ui/dom.ts';
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

const cellElement = (cell: Cell): HTMLElement =>
  'block' in cell
    ? h('td', { role: 'cell' }, h('pre', {}, cell.block))
    : h('td', { role: 'cell' }, ...cell.pieces.map(pieceElement));

const rowElement = ({ label, cells, differs }: Row): HTMLElement =>
  h(
    'tr',
    { role: 'row', class: differs ? 'differs' : undefined },
    h('th', { scope: 'row', role: 'rowheader' }, label, differs && h('span', { class: 'mark' }, 'differs')),
    ...cells.map(cellElement),
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

/** The comparison as a table. Its roles are spelt out, since the style lays it out as a grid. */
export const tableOf = (
  heads: readonly Head[],
  rows: readonly Row[],
  remove: (key: string) => void,
): HTMLElement =>
  h(
    'table',
    { role: 'table', 'data-columns': heads.length, 'aria-label': 'Comparison' },
    h(
      'thead',
      { role: 'rowgroup' },
      h('tr', { role: 'row' }, h('td', { role: 'cell' }), ...heads.map((head) => headElement(head, remove))),
    ),
    h('tbody', { role: 'rowgroup' }, ...rows.map(rowElement)),
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
