import type { Severity, Verdict } from '../model/attack.ts';
import type { LevelId } from '../model/category.ts';
import { visible } from '../views/text.ts';
import { plural } from '../views/words.ts';
import { highlight } from './highlight.ts';
import type { AttackItem, Item } from './item.ts';

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

/** Gives new marks of every kind that a result may have. */
export interface RowMarks {
  level: Marks;
  severity: (severity: Severity) => Node;
  verdict: (verdict: Verdict) => Node;
}

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

/** As many ids of advisories as fit on a line. */
const MOST_ADVISORIES = 2;

function aboutAttack({ advisories }: AttackItem, query: string): (Node | string)[] {
  const shown = advisories
    .slice(0, MOST_ADVISORIES)
    .flatMap((id) => [element('span', 'advisory small', ...marked(id, query)), ' ']);
  return advisories.length > MOST_ADVISORIES ? [...shown, '… '] : shown;
}

function about(item: Item, query: string): (Node | string)[] {
  if (item.kind === 'attack') return aboutAttack(item, query);
  const copy = item.copy ? ' (a copy)' : '';
  if (item.kind === 'server') return ['with ', plural(item.tools, 'tool'), copy];
  return ['on ', element('bdi', '', visible(item.server)), copy];
}

const kind = (word: string) => element('span', 'soft small kind', word);

/** What stands before the name: the risk of a tool; the word for a server; both for an attack. */
function markOf(item: Item, marks: RowMarks): Node {
  if (item.kind === 'tool') return marks.level(item.level);
  if (item.kind === 'server') return kind('server');
  return element('span', '', marks.severity(item.severity), ' ', kind('attack'));
}

/** One result: its mark, its name as a link, what it is or where it belongs, and a line for its sentence. */
export const rowOf = (item: Item, query: string, marks: RowMarks): HTMLElement =>
  element(
    'li',
    '',
    markOf(item, marks),
    element(
      'span',
      '',
      link(item, query),
      ' ',
      element('span', 'soft', ...about(item, query)),
      ...(item.kind === 'attack' ? [marks.verdict(item.verdict)] : []),
      element('span', 'small soft summary'),
    ),
  );
