import { part } from './paint.ts';
import { forget, recentSearches } from './recent.ts';

/** The recent searches that are shown, as buttons. */
export const recentButtons = (search: HTMLElement): HTMLButtonElement[] =>
  part(search, '.recent').hidden ? [] : [...search.querySelectorAll<HTMLButtonElement>('.recent li button')];

function rowOf(text: string): HTMLElement {
  const [row, button] = [document.createElement('li'), document.createElement('button')];
  button.type = 'button';
  button.textContent = text;
  row.append(button);
  return row;
}

/** Shows the recent searches while nothing is asked for, if there are any. */
export function showRecent(search: HTMLElement, isIdle: boolean): void {
  const rows = (isIdle ? recentSearches() : []).map(rowOf);
  part(search, '.recent ul').replaceChildren(...rows);
  part(search, '.recent').hidden = !rows.length;
}

/** The search that a click on the list takes up, empty where it forgets them all; undefined for any other. */
export function chosenRecent(search: HTMLElement, { target }: Event): string | undefined {
  const button = (target as Element).closest('button');
  if (!button?.matches('.forget')) return button?.textContent ?? undefined;
  forget();
  showRecent(search, true);
  return '';
}
