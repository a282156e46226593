import { button, h } from '../../client/dom.ts';
import { number } from '../words.ts';

/** Rows that are shown at once; a session of 10,000 calls has pages. */
export const PAGE = 100;

/** The page nearest to one that is there, of so many rows. Pages count from 0. */
export const pageWithin = (page: number, count: number): number =>
  Math.min(page, Math.max(0, Math.ceil(count / PAGE) - 1));

/** What turns the pages; nothing where all rows fit on one. */
export function pageButtons(page: number, count: number, turn: (page: number) => void): HTMLElement[] {
  if (count <= PAGE) return [];
  const [first, end] = [page * PAGE, Math.min(count, (page + 1) * PAGE)];
  return [
    button('Back', () => turn(page - 1), { disabled: first === 0 }),
    h('span', { class: 'small' }, `${number(first + 1)} to ${number(end)} of ${number(count)}`),
    button('Further', () => turn(page + 1), { disabled: end === count }),
  ];
}
