import { h } from '../../client/dom.ts';

/** A way to start a session: a heading, and what stands below it. */
export const way = (name: string, ...parts: HTMLElement[]): HTMLElement =>
  h('section', {}, h('h2', {}, name), ...parts);

let made = 0;

/** A control with its label above it. */
export function labelled(text: string, control: HTMLElement): HTMLElement[] {
  made += 1;
  control.id = `start-${made}`;
  return [h('label', { for: control.id }, text), control];
}

export const searchBox = (placeholder: string): HTMLInputElement =>
  h('input', { type: 'search', autocomplete: 'off', spellcheck: 'false', maxlength: 200, placeholder });

/** A list of what was found. */
export const foundList = (): HTMLUListElement => h('ul', { role: 'list', class: 'found' });

/** Results that are shown. */
export const FOUND = 8;
