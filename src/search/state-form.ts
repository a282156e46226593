import { checkboxes, part } from './paint.ts';
import { type Facet, perFacet } from './prepare.ts';
import type { State } from './state.ts';

const boxOf = (search: HTMLElement): HTMLInputElement => part(search, 'input[type=search]');

/** What is typed and chosen in the form of a search. */
export function stateIn(search: HTMLElement): State {
  const checked = checkboxes(search).filter((input) => input.checked);
  const chosen = (facet: Facet) => checked.filter(({ name }) => name === facet).map(({ value }) => value);
  return { text: boxOf(search).value, chosen: perFacet(chosen) };
}

/** Brings a state into the form; values that it does not offer are left out. */
export function putState(search: HTMLElement, { text, chosen }: State): void {
  boxOf(search).value = text;
  for (const input of checkboxes(search)) input.checked = chosen[input.name as Facet].includes(input.value);
}
