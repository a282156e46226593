import type { LevelId } from '../model/category.ts';
import { visible } from '../views/text.ts';
import { plural } from '../views/words.ts';
import { highlight } from './highlight.ts';
import type { Item } from './item.ts';

/** Rows of the list of results. Catalogue text enters them as text alone. */

/** An element with its class and children. */
export function element(tag: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/** Gives a new mark of a risk level, as the other pages show it. */
export type Marks = (level: LevelId) => Node;

const marked = (name: string, query: string): (Node | string)[] =>
  highlight(visible(name), query).map(({ text, hit }) => (hit ? element('mark', '', text) : text));

/** The name of an item as a link, with the words of the query marked. */
export function link(item: Item, query: string): HTMLElement {
  const made = element(
    'a',
    '',
    element(item.kind === 'tool' ? 'code' : 'bdi', '', ...marked(item.name, query)),
  );
  made.setAttribute('href', item.href);
  return made;
}

function about(item: Item): (Node | string)[] {
  const copy = item.copy ? ' (a copy)' : '';
  if (item.kind === 'server') return ['with ', plural(item.tools, 'tool'), copy];
  return ['on ', element('bdi', '', visible(item.server)), copy];
}

/** One result: its risk or kind, its name as a link, its server or size, and a line for its sentence. */
export const rowOf = (item: Item, query: string, marks: Marks): HTMLElement =>
  element(
    'li',
    '',
    item.kind === 'tool' ? marks(item.level) : element('span', 'soft small kind', 'server'),
    element(
      'span',
      '',
      link(item, query),
      ' ',
      element('span', 'soft', ...about(item)),
      element('span', 'small soft summary'),
    ),
  );
