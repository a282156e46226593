import type { LevelId } from '../model/category.ts';
import { element, link, type Marks } from '../search/row.ts';
import { visible } from '../views/text.ts';
import { plural } from '../views/words.ts';
import type { ListItem } from './list-rows.ts';

/** What the filters call an id; undefined where there is no such filter. */
export type Label = (facet: 'category' | 'topic', id: string | undefined) => string | undefined;

const joined = (...texts: (string | undefined)[]): string => texts.filter(Boolean).join(', ');

function about(item: ListItem, label: Label): (Node | string)[] {
  const topic = label('topic', item.topic);
  if (item.kind === 'server')
    return [element('span', 'soft small', joined(visible(item.id), plural(item.tools, 'tool'), topic))];
  const on = element('span', 'soft', 'on ', element('bdi', '', visible(item.server)));
  return [on, element('span', 'summary', joined(label('category', item.category), topic))];
}

/** The risk of an item; that of a server is of its worst tool. */
function markOf(item: ListItem, marks: Marks): Node {
  const mark = marks(item.level as LevelId);
  if (item.kind === 'server') mark.insertBefore(element('span', 'unseen', 'up to '), mark.firstChild);
  return mark;
}

/** One row of a list, as the pages show it, with its category and topic in the place of its sentence. */
export const listRow = (item: ListItem, filter: string, marks: Marks, label: Label): HTMLElement =>
  element('li', '', markOf(item, marks), element('span', '', link(item, filter), ' ', ...about(item, label)));
