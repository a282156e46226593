import type { Marks } from '../search/row.ts';
import { number, plural } from '../views/words.ts';
import { putIntoAddress, stateIn, takeFromAddress } from './form-state.ts';
import { type Label, listRow } from './list-row.ts';
import type { ListAnswer, ListQuestion } from './list-rows.ts';
import { furtherRows, hasMore, rowsOf } from './rows-shown.ts';
import { keepPlace, takePlace } from './scroll-place.ts';
import type { ListReply } from './worker.ts';

/**
 * `<list-finder>`: a page of a list becomes the whole list while its form filters or sorts it. The markup
 * stands in `components/list-finder/ListFinder.astro`; `data-kind` says what is listed, and `data-level`,
 * `data-category` and `data-topic` to what the list is narrowed. The state stands in the address, with how many
 * rows are shown where that is more than at first.
 */
export class ListFinder extends HTMLElement {
  readonly #worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  #last = 0;
  #started = false;
  #isPainted = false;

  connectedCallback(): void {
    if (this.#started) return;
    this.#started = true;
    this.#worker.addEventListener('message', ({ data }: MessageEvent<ListReply>) => this.#receive(data));
    this.#worker.addEventListener('error', () => this.#say('The whole list could not be loaded.'));
    const form = this.#form;
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('input', () => this.#change());
    this.#part('.more').addEventListener('click', () => this.#more());
    this.#part('.found ul').addEventListener('click', keepPlace);
    takeFromAddress(form);
    // What was chosen before the script came counts too.
    if (this.#isUsed) putIntoAddress(form);
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

  /** A hidden field of the form: so it stands in the address beside what is typed and chosen. */
  get #rows(): HTMLInputElement {
    return this.#form.elements.namedItem('rows') as HTMLInputElement;
  }

  /** Whether anything is filtered or sorted. */
  get #isUsed(): boolean {
    return Object.keys(stateIn(this.#form)).some((name) => name !== 'rows');
  }

  #say(text: string): void {
    this.#part('[role=status]').textContent = text;
  }

  #change(): void {
    this.#rows.value = '';
    putIntoAddress(this.#form);
    this.#show();
  }

  /** Asks for the rows; without a filter the page stays as it came, and the records are only made ready. */
  #show(): void {
    const { rows, ...state } = stateIn(this.#form);
    this.#last += 1;
    const { kind, ...scope } = this.dataset;
    const question = { ...scope, ...state, kind, limit: this.#isUsed ? rowsOf(rows) : 0 } as ListQuestion;
    this.#worker.postMessage({ ...question, id: this.#last });
    if (!this.#isUsed) this.#swap(false);
  }

  #swap(isFound: boolean): void {
    this.#part('.found').hidden = !isFound;
    this.#part('.whole').hidden = isFound;
    if (!isFound) this.#say('');
  }

  #receive(reply: ListReply): void {
    if (reply.id !== this.#last) return;
    if ('failed' in reply) this.#say('The whole list could not be loaded. The pages below stay as they are.');
    else if (this.#isUsed) this.#paint(reply);
  }

  #paint({ items, total }: ListAnswer): void {
    const { filter = '' } = stateIn(this.#form);
    const rows = items.map((item) => listRow(item, filter, this.#marks, this.#label));
    this.#part('.found ul').replaceChildren(...rows);
    this.#part('.more').hidden = !hasMore(items.length, total);
    this.#swap(true);
    const shown = items.length < total ? `The first ${number(items.length)} of ` : '';
    this.#say(shown + plural(total, this.dataset.kind ?? ''));
    if (!this.#isPainted) takePlace();
    this.#isPainted = true;
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
    const first = rowsOf(this.#rows.value);
    this.#rows.value = furtherRows(this.#rows.value);
    putIntoAddress(this.#form);
    this.#show();
    // Reading goes on at the first of the new rows.
    this.#worker.addEventListener('message', () => this.#links[first]?.focus(), { once: true });
  }
}

customElements.define('list-finder', ListFinder);
