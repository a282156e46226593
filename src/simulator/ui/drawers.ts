import { button, h } from '../../client/dom.ts';

/** A part of the page that a button opens and closes. */
export class Drawer<Part extends HTMLElement = HTMLElement> {
  readonly element = h('div', { class: 'drawer', hidden: true });
  readonly #load: () => Promise<Part>;
  #part: Promise<Part> | undefined;

  /** `load` brings what stands in it, on first use. */
  constructor(load: () => Promise<Part>) {
    this.#load = load;
  }

  /** What stands in it. */
  get part(): Promise<Part> {
    this.#part ??= this.#fill();
    return this.#part;
  }

  async #fill(): Promise<Part> {
    const part = await this.#load();
    this.element.replaceChildren(part);
    return part;
  }
}

/** Drawers of which one at a time is open. */
export class Drawers {
  readonly #all = new Map<Drawer, HTMLButtonElement>();

  /** The button of a drawer. */
  add(text: string, drawer: Drawer): HTMLButtonElement {
    const toggle = button(text, () => this.toggle(drawer), { 'aria-expanded': 'false' });
    this.#all.set(drawer, toggle);
    return toggle;
  }

  /** Opens or closes a drawer, and closes the others. The focus goes into it, or back to its button. */
  async toggle(drawer: Drawer, open = drawer.element.hidden): Promise<void> {
    for (const [each, toggle] of this.#all) {
      each.element.hidden = each !== drawer || !open;
      toggle.setAttribute('aria-expanded', each.element.hidden ? 'false' : 'true');
    }
    if (open) (await drawer.part).querySelector<HTMLElement>('input, button')?.focus();
    else this.#all.get(drawer)?.focus();
  }
}
