import type { Marks } from '../search/row.ts';
import { number, plural } from '../views/words.ts';
import { putIntoAddress, stateIn, takeFromAddress } from './form-state.ts';
import { type Label, listRow } from './list-row.ts';
import type { ListAnswer, ListQuestion } from './list-rows.ts';
import type { ListReply } from './worker.ts';

/** Rows that are shown at first, and how many more each time. */
const PAGE = 100;

/**
 * `<list-finder>`: a page of a list becomes the whole list while its form filters or sorts it. The markup
 * stands in `components/list-finder/ListFinder.astro`; `data-kind` says what is listed, and `data-level`,
 * `data-category` and `data-topic` to what the list is narrowed. The state stands in the address.
 */
export class ListFinder extends HTMLElement {
  readonly #worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  #last = 0;
  #limit = PAGE;
  #started = false;

  connectedCallback(): void {
    if (this.#started) return;
    this.#started = true;
    this.#worker.addEventListener('message', ({ data }: MessageEvent<ListReply>) => this.#receive(data));
    this.#worker.addEventListener('error', () => this.#say('The whole list could not be loaded.'));
    const form = this.#form;
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('input', () => this.#change());
    this.#part('.more').addEventListener('click', () => this.#more());
    takeFromAddress(form);
    // What was chosen before the script came counts too.
    if (Object.keys(stateIn(form)).length) putIntoAddress(form);
    this.#show();
  }

  #part<T extends HTMLElement>(selector: string): T {
    return this.querySelector(selector) as T;
  }

  get #form(): HTMLFormElement {
    return this.#part('form');
  }

  get #links(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('.found li a')];
  }

  #say(text: string): void {
    this.#part('[role=status]').textContent = text;
  }

  #change(): void {
    this.#limit = PAGE;
    putIntoAddress(this.#form);
    this.#show();
  }

  /** Asks for the rows; without a filter the page stays as it came, and the records are only made ready. */
  #show(): void {
    const state = stateIn(this.#form);
    const isUsed = Object.keys(state).length > 0;
    this.#last += 1;
    const { kind, ...scope } = this.dataset;
    const question = { ...scope, ...state, kind, limit: isUsed ? this.#limit : 0 } as ListQuestion;
    this.#worker.postMessage({ ...question, id: this.#last });
    if (!isUsed) this.#swap(false);
  }

  #swap(isFound: boolean): void {
    this.#part('.found').hidden = !isFound;
    this.#part('.whole').hidden = isFound;
    if (!isFound) this.#say('');
  }

  #receive(reply: ListReply): void {
    if (reply.id !== this.#last) return;
    if ('failed' in reply) this.#say('The whole list could not be loaded. The pages below stay as they are.');
    else if (Object.keys(stateIn(this.#form)).length) this.#paint(reply);
  }

  #paint({ items, total }: ListAnswer): void {
    const { filter = '' } = stateIn(this.#form);
    const rows = items.map((item) => listRow(item, filter, this.#marks, this.#label));
    this.#part('.found ul').replaceChildren(...rows);
    this.#part('.more').hidden = items.length >= total;
    this.#swap(true);
    const shown = items.length < total ? `The first ${number(items.length)} of ` : '';
    this.#say(shown + plural(total, this.dataset.kind ?? ''));
  }

  /** The marks of the risk levels stand in a template. */
  readonly #marks: Marks = (level) => {
    const { content } = this.#part<HTMLTemplateElement>('template');
    return document.importNode(content.querySelector(`.risk-${level}`) as Element, true);
  };

  /** The filters know the words for categories and topics. */
  readonly #label: Label = (facet, id) => {
    const select = this.#form.elements.namedItem(facet);
    if (!id || !(select instanceof HTMLSelectElement)) return undefined;
    return [...select.options].find(({ value }) => value === id)?.text;
  };

  #more(): void {
    const first = this.#limit;
    this.#limit += PAGE;
    this.#show();
    // Reading goes on at the first of the new rows.
    this.#worker.addEventListener('message', () => this.#links[first]?.focus(), { once: true });
  }
}

customElements.define('list-finder', ListFinder);
