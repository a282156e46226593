import { button } from '../client/dom.ts';
import { plural } from '../views/words.ts';
import { type Row, rowsOf } from './cell.ts';
import { earlier, remember } from './earlier.ts';
import { readServer, readTool } from './read.ts';
import { pathOf, SERVER_ROWS } from './server-rows.ts';
import { added, type Kind, MOST, queryOf, removed, type State, stateOf } from './state.ts';
import type { SuggestQuestion } from './suggest.ts';
import { SuggestBox } from './suggest-box.ts';
import { type Head, serverHead, tableOf, toolHead } from './table.ts';
import { TOOL_ROWS } from './tool-rows.ts';

const KINDS: readonly Kind[] = ['tool', 'server'];

/** What is shown, or why one of the keys cannot be. */
interface Shown {
  heads: Head[];
  rows: Row[];
  faults: string[];
}

const settled = async <T>(asked: readonly Promise<T>[]): Promise<{ found: T[]; faults: string[] }> => {
  const results = await Promise.allSettled(asked);
  return {
    found: results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])),
    faults: results.flatMap((result) =>
      result.status === 'rejected' ? [String(result.reason.message)] : [],
    ),
  };
};

async function showTools(keys: readonly string[]): Promise<Shown> {
  const { found, faults } = await settled(keys.map(async (key) => ({ key, subject: await readTool(key) })));
  const subjects = found.map(({ subject }) => subject);
  return {
    heads: found.map(({ key, subject: { server, tool } }) =>
      toolHead(key, tool.name, pathOf(tool), server.title),
    ),
    rows: rowsOf(TOOL_ROWS, subjects),
    faults,
  };
}

async function showServers(keys: readonly string[]): Promise<Shown> {
  const { found, faults } = await settled(keys.map(readServer));
  const heads = found.map(({ id, title }) => serverHead(id, title));
  return { heads, rows: rowsOf(SERVER_ROWS, found), faults };
}

/** `<compare-table>`: tools or servers beside each other. Its markup stands in `components/compare/Compare.astro`. */
class CompareTable extends HTMLElement {
  #state: State = { kind: 'server', keys: [] };
  /** The number of the last drawing: an answer that comes late is not shown. */
  #last = 0;
  #suggestions: SuggestBox | undefined;

  connectedCallback(): void {
    this.#part<HTMLFormElement>('form').addEventListener('submit', (event) => this.#add(event));
    this.#suggestions = new SuggestBox(this.#box, this.#part('[role=listbox]'), {
      wanted: () => this.#wanted(),
      choose: (key) => this.#addKey(key),
      tell: (message) => this.#tell(message),
    });
    this.#part('.only input').addEventListener('change', () => this.#narrow());
    addEventListener('popstate', () => this.#restore());
    this.#restore();
  }

  #part<T extends HTMLElement = HTMLElement>(selector: string): T {
    return this.querySelector(selector) as T;
  }

  get #box(): HTMLInputElement {
    return this.#part<HTMLInputElement>('input[name=add]');
  }

  #restore(): void {
    this.#state = stateOf(location.search);
    this.#draw();
  }

  #go(state: State, said: string): void {
    this.#state = state;
    history.pushState(null, '', `${location.pathname}${queryOf(state)}`);
    this.#draw().then(() => this.#say(said));
  }

  #add(event: Event): void {
    event.preventDefault();
    this.#addKey(this.#box.value);
  }

  /** What may be suggested: the kind that is shown, and nothing where no more fits. */
  #wanted(): Omit<SuggestQuestion, 'text'> {
    const { kind, keys } = this.#state;
    const kinds = keys.length >= MOST ? [] : keys.length ? [kind] : KINDS;
    return { kinds, except: keys };
  }

  #addKey(typed: string): void {
    this.#suggestions?.close();
    const result = added(this.#state, typed);
    if ('refused' in result) {
      this.#fail([result.refused]);
      this.#box.focus();
      return;
    }
    this.#box.value = '';
    this.#go(result.state, `${result.state.keys.at(-1)} added.`);
  }

  #remove(key: string): void {
    this.#box.focus();
    this.#go(removed(this.#state, key), `${key} removed.`);
  }

  async #draw(): Promise<void> {
    this.#last += 1;
    const { kind, keys } = this.#state;
    const mine = this.#last;
    const shown = await (kind === 'tool' ? showTools(keys) : showServers(keys));
    if (mine !== this.#last) return;
    this.#fail(shown.faults);
    const table = tableOf(shown.heads, shown.rows, (key) => this.#remove(key));
    this.#part('.sheet-of').replaceChildren(...(shown.heads.length ? [table] : []));
    this.#part('.only').hidden = shown.heads.length < 2;
    this.#part('.examples').hidden = shown.heads.length > 0;
    this.#offer();
    this.#narrow();
    remember(kind, keys);
  }

  /** What was seen earlier in this tab, as buttons to add it. */
  #offer(): void {
    const { kind, keys } = this.#state;
    const full = keys.length >= MOST;
    const seen = full || !keys.length ? [] : earlier(kind).filter((key) => !keys.includes(key));
    this.#part('.earlier').hidden = !seen.length;
    this.#part('.earlier span').replaceChildren(
      ...seen.slice(0, 3).map((key) => button(key, () => this.#addKey(key), { class: 'copy' })),
    );
  }

  #narrow(): void {
    const only = this.#part<HTMLInputElement>('.only input').checked;
    for (const row of this.querySelectorAll<HTMLElement>('tbody tr'))
      row.hidden = only && !row.classList.contains('differs');
  }

  #fail(faults: readonly string[]): void {
    const place = this.#part('.failed');
    place.textContent = faults.join(' ');
    place.hidden = !faults.length;
  }

  #tell(message: string): void {
    this.#part('[role=status]').textContent = message;
  }

  /** Tells what was done, and how much differs now. */
  #say(message: string): void {
    const count = this.querySelectorAll('thead th').length;
    const differ = this.querySelectorAll('tbody tr.differs').length;
    this.#tell(count > 1 ? `${message} ${plural(differ, 'row differs', 'rows differ')}.` : message);
  }
}

customElements.define('compare-table', CompareTable);
