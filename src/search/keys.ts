import type { SiteSearch } from './element.ts';

/** Where a key takes the focus: -1 is the box, any other number a result or a recent search. */
type Move = (here: number, last: number) => number;

const MOVES: Record<string, Move> = {
  ArrowDown: (here, last) => Math.min(here + 1, last),
  ArrowUp: (here) => Math.max(here - 1, -1),
  Home: (here) => (here < 0 ? here : 0),
  End: (here, last) => (here < 0 ? here : last),
};

/** Whether a key is the slash, pressed where it is not a letter of a text. */
export function isSlash({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  const isText = target instanceof Element && target.closest('input:not([type=checkbox]), textarea, select');
  return key === '/' && !ctrlKey && !metaKey && !altKey && !isText;
}

/** Esc returns from a result to the box, empties it, and at last leaves the search. */
function leave(search: SiteSearch, here: number): void {
  if (here >= 0) search.box.focus();
  else if (search.box.value) search.type('');
  else search.dispatchEvent(new CustomEvent('search-close', { bubbles: true }));
}

/**
 * The keys of the box and of what is listed below it: arrows move between them, Home and End within the list.
 * Results are links, so that Enter opens them and a screen reader reads them as what they are.
 */
export function moveFocus(search: SiteSearch, event: KeyboardEvent): void {
  const target = event.target as HTMLElement;
  const stops = search.stops;
  const here = stops.indexOf(target);
  if ((here < 0 && target !== search.box) || event.isComposing) return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (event.key === 'Escape') {
    event.preventDefault();
    leave(search, here);
    return;
  }
  const to = MOVES[event.key]?.(here, stops.length - 1);
  if (to === undefined || to === here) return;
  event.preventDefault();
  (to < 0 ? search.box : stops[to])?.focus();
}
