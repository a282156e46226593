import { SearchClient } from './client.ts';
import { type Answer, type Ask, isIdle } from './find.ts';
import { isSlash, moveFocus } from './keys.ts';
import { afterPaint, checkboxes, paintFirst, paintRest, paintSentences, part, resultLinks } from './paint.ts';
import { remember } from './recent.ts';
import { chosenRecent, recentButtons, showRecent } from './recent-list.ts';
import type { Reply } from './session.ts';
import { queryStringOf, stateOf } from './state.ts';
import { putState, stateIn } from './state-form.ts';

/** How many results are shown at first, and how many more each time. */
const PAGE = 20;
/** A screen reader is told the number of results when the typing rests. */
const REST = 700;

/**
 * `<site-search>`: a box, facets and results over the index of the whole site. Its markup stands in
 * `components/search/Search.astro`. With `data-address` its state is kept in the address of the page.
 * Sends `search-close` when Esc is pressed in the empty box.
 */
export class SiteSearch extends HTMLElement {
  #client: SearchClient | undefined;
  #asked: Ask | undefined;
  #limit = PAGE;
  /** Whether the next key starts a new query, which the back button returns from. */
  #settled = false;
  #resting: ReturnType<typeof setTimeout> | undefined;
  /** Waits for the first result of the last question, or for the news that there is none. */
  #first = Promise.withResolvers<void>();
  /** What is still to be shown of the last answer. */
  #pending: (() => void) | undefined;
  #listening = new AbortController();

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const on = (target: EventTarget, type: string, listener: (event: Event) => void, capture = false) =>
      target.addEventListener(type, listener, { signal, capture });
    on(this, 'focusin', () => this.prepare());
    on(this, 'keydown', (event) => moveFocus(this, event as KeyboardEvent));
    on(this.box, 'input', () => this.#typed());
    on(this.box, 'change', () => this.#settle());
    on(part(this, '.filters'), 'change', () => this.#chosen());
    on(part(this, '.clear'), 'click', () => this.#clear());
    on(part(this, '.more'), 'click', () => this.#more());
    on(part(this, '.filters-toggle'), 'click', () => this.#toggleFilters());
    on(part(this, '.results'), 'click', () => remember(this.box.value));
    on(part(this, '.recent'), 'click', (event) => this.#again(event));
    on(part(this, 'form'), 'submit', (event) => this.#openFirst(event));
    // Before the key reaches the script of the page, which would load this page anew.
    on(document, 'keydown', (event) => this.#slash(event as KeyboardEvent), true);
    if (this.#hasAddress) on(window, 'popstate', () => this.#restore());
    if (this.#hasAddress) this.#restore();
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }

  get box(): HTMLInputElement {
    return part(this, 'input[type=search]');
  }

  /** The results that are shown, as links. */
  get links(): HTMLAnchorElement[] {
    return resultLinks(this);
  }

  /** What the arrow keys go through: the results, or the recent searches. */
  get stops(): HTMLElement[] {
    return [...recentButtons(this), ...this.links];
  }

  /** Loads the index, which else comes with the first question. */
  prepare(): void {
    if (!this.#asked) this.#ask();
  }

  /** Puts another text into the box, as if it was typed there. The facets stay. */
  type(text: string): void {
    this.box.value = text;
    this.#settle();
    this.#typed();
  }

  get #hasAddress(): boolean {
    return this.hasAttribute('data-address');
  }

  /** Takes the state from the address, where the reader arrives or comes back. */
  #restore(): void {
    const state = stateOf(location.search);
    putState(this, state);
    this.#limit = Number(history.state?.limit) || PAGE;
    this.#settled = state.text !== '';
    this.#ask();
  }

  /** Writes the state into the address, as a new entry of the history or over the last. */
  #save(push = false): void {
    if (!this.#hasAddress) return;
    const query = queryStringOf(stateIn(this));
    if (push && query === location.search) return;
    history[push ? 'pushState' : 'replaceState']({ limit: this.#limit }, '', location.pathname + query);
  }

  #settle(): void {
    this.#settled = true;
  }

  #typed(): void {
    this.#limit = PAGE;
    if (this.#settled) this.#save(true);
    this.#settled = false;
    this.#ask();
  }

  #chosen(): void {
    this.#limit = PAGE;
    this.#save(true);
    this.#settle();
    this.#ask();
  }

  #ask(): void {
    this.#asked = { ...stateIn(this), limit: this.#limit };
    this.#first = Promise.withResolvers();
    this.#pending = undefined;
    this.dataset.state = 'asked';
    showRecent(this, isIdle(this.#asked));
    // The index is loaded with the first question.
    this.#client ??= new SearchClient((reply) => this.#receive(reply));
    this.#client.ask(this.#asked);
  }

  #receive(reply: Reply): void {
    if ('failed' in reply || !this.#asked) {
      this.dataset.state = 'failed';
      return;
    }
    if ('sentences' in reply) {
      this.#flush();
      paintSentences(this, reply.sentences);
      return;
    }
    const { answer, final } = reply;
    this.#show(answer, this.#asked, final);
    if (final || answer.items.length) this.#first.resolve();
  }

  /** The first rows come at once, all else when they are on the screen: the next key must not wait for it. */
  #show(answer: Answer, asked: Ask, final: boolean): void {
    const summary = paintFirst(this, answer, asked, final);
    this.dataset.state = 'names';
    this.#pending = () => {
      paintRest(this, answer, asked);
      if (!final) return;
      this.dataset.state = 'done';
      this.#rest(summary);
    };
    afterPaint(() => this.#flush());
  }

  #flush(): void {
    const pending = this.#pending;
    this.#pending = undefined;
    pending?.();
  }

  /** What is done when no further key follows. */
  #rest(summary: string): void {
    this.#save();
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      part(this, '[role=status]').textContent = summary;
    }, REST);
  }

  #more(): void {
    const first = this.#limit;
    this.#limit += PAGE;
    this.#ask();
    // Reading goes on at the first of the new rows.
    this.#first.promise.then(() => this.links[first]?.focus());
  }

  /** Takes up a recent search. */
  #again(event: Event): void {
    const text = chosenRecent(this, event);
    if (text === undefined) return;
    if (text) this.type(text);
    this.box.focus();
  }

  #clear(): void {
    for (const input of checkboxes(this)) input.checked = false;
    this.#chosen();
    this.box.focus();
  }

  #toggleFilters(): void {
    const open = part(this, '.filters').toggleAttribute('data-open');
    part(this, '.filters-toggle').setAttribute('aria-expanded', String(open));
  }

  async #openFirst(event: Event): Promise<void> {
    event.preventDefault();
    this.#settle();
    const asked = this.#asked;
    if (!asked?.text.trim()) return;
    await this.#first.promise;
    if (asked !== this.#asked) return;
    this.#save();
    this.links[0]?.click();
  }

  #slash(event: KeyboardEvent): void {
    // Within a dialog that was just closed it is not seen any more.
    if (!isSlash(event) || !this.checkVisibility()) return;
    event.preventDefault();
    event.stopPropagation();
    this.box.focus();
    this.box.select();
  }
}

customElements.define('site-search', SiteSearch);
