import { button } from './dom.ts';

/** Parts of the page that a button opens and closes, one at a time. */
export class Drawers {
  readonly #all = new Map<HTMLElement, HTMLButtonElement>();

  /** The button of a part. */
  add(text: string, part: HTMLElement): HTMLButtonElement {
    part.hidden = true;
    const toggle = button(text, () => this.toggle(part), { 'aria-expanded': 'false' });
    this.#all.set(part, toggle);
    return toggle;
  }

  /** Opens or closes a part, and closes the others. The focus goes into it, or back to its button. */
  toggle(part: HTMLElement, open = part.hidden): void {
    for (const [each, toggle] of this.#all) {
      each.hidden = each !== part || !open;
      toggle.setAttribute('aria-expanded', each.hidden ? 'false' : 'true');
    }
    if (open) part.querySelector<HTMLElement>('input, button')?.focus();
    else this.#all.get(part)?.focus();
  }
}
