import { code, h } from '../client/dom.ts';
import { visible } from '../views/text.ts';
import { plural } from '../views/words.ts';
import type { Suggestion, SuggestQuestion } from './suggest.ts';
import type { SuggestReply } from './suggest-worker.ts';
import { levelWord } from './words.ts';

/** What the box asks of the page around it. */
export interface SuggestHost {
  /** What may be suggested now. */
  wanted(): Omit<SuggestQuestion, 'text'>;
  /** Something was chosen. */
  choose(key: string): void;
  /** Tells a screen reader how many there are. */
  tell(message: string): void;
}

/** Where a key moves the choice; -1 is the box itself. */
const MOVES: Record<string, (here: number, count: number) => number> = {
  ArrowDown: (here, count) => ((here + 2) % (count + 1)) - 1,
  ArrowUp: (here, count) => ((here + count + 1) % (count + 1)) - 1,
};

const about = (item: Suggestion): (Node | string)[] =>
  item.kind === 'server'
    ? [
        h('bdi', {}, visible(item.name)),
        h('span', { class: 'small soft' }, `${item.key}, ${plural(item.tools, 'tool')}`),
      ]
    : [
        code(item.name),
        h('span', { class: 'small soft' }, 'of ', h('bdi', {}, visible(item.server))),
        h('span', { class: `risk risk-${item.level} small` }, levelWord(item.level)),
      ];

/**
 * Suggestions under a text field: the combobox of the ARIA practices. The focus stays in the field; the arrows
 * choose, Enter takes what is chosen, Esc closes. The worker, and the records with it, comes with the first letter.
 */
export class SuggestBox {
  readonly #box: HTMLInputElement;
  readonly #list: HTMLElement;
  readonly #host: SuggestHost;
  #worker: Worker | undefined;
  #last = 0;
  #chosen = -1;

  constructor(box: HTMLInputElement, list: HTMLElement, host: SuggestHost) {
    [this.#box, this.#list, this.#host] = [box, list, host];
    box.addEventListener('input', () => this.#look());
    box.addEventListener('keydown', (event) => this.#press(event));
    box.addEventListener('blur', () => this.close());
    // A press must not take the focus from the box: the list would close before the click.
    list.addEventListener('mousedown', (event) => event.preventDefault());
    list.addEventListener('click', ({ target }) => this.#take((target as Element).closest('li')));
  }

  /** Closes the list; answers that are still to come do not open it. */
  close(): void {
    this.#last += 1;
    this.#show([]);
  }

  get #options(): HTMLElement[] {
    return [...this.#list.children] as HTMLElement[];
  }

  #start(): Worker {
    const worker = new Worker(new URL('./suggest-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<SuggestReply>) => this.#receive(data));
    return worker;
  }

  #look(): void {
    const text = this.#box.value;
    if (!text.trim()) {
      this.close();
      return;
    }
    this.#worker ??= this.#start();
    this.#last += 1;
    this.#worker.postMessage({ id: this.#last, text, ...this.#host.wanted() });
  }

  #receive(reply: SuggestReply): void {
    if (reply.id !== this.#last) return;
    const found = 'found' in reply ? reply.found : [];
    this.#show(found);
    this.#host.tell(
      'failed' in reply ? 'The suggestions could not be loaded.' : plural(found.length, 'suggestion'),
    );
  }

  #show(found: readonly Suggestion[]): void {
    this.#list.replaceChildren(
      ...found.map((item, place) =>
        h('li', { role: 'option', id: `${this.#list.id}-${place}`, 'data-key': item.key }, ...about(item)),
      ),
    );
    this.#list.hidden = found.length === 0;
    this.#box.ariaExpanded = String(found.length > 0);
    this.#choose(-1);
  }

  #choose(place: number): void {
    this.#chosen = place;
    for (const [index, option] of this.#options.entries()) option.ariaSelected = String(index === place);
    const option = this.#options[place];
    option?.scrollIntoView({ block: 'nearest' });
    if (option) this.#box.setAttribute('aria-activedescendant', option.id);
    else this.#box.removeAttribute('aria-activedescendant');
  }

  #take(option: HTMLElement | null | undefined): void {
    const key = option?.dataset.key;
    if (key === undefined) return;
    this.close();
    this.#host.choose(key);
  }

  #press(event: KeyboardEvent): void {
    const count = this.#options.length;
    if (!count || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const option = this.#options[this.#chosen];
    const move = MOVES[event.key];
    if (move) this.#choose(move(this.#chosen, count));
    else if (event.key === 'Enter' && option) this.#take(option);
    else if (event.key === 'Escape') this.close();
    else return;
    event.preventDefault();
  }
}
