import { define, h, send } from '../../client/dom.ts';
import type { Action } from '../actions.ts';
import { type Group, groupsOf } from '../compare.ts';
import type { Details } from '../details.ts';
import type { Report } from '../service.ts';
import { type Show, shownEntries } from '../shown.ts';
import type { Run } from '../verdict.ts';
import { type Entry, timeOf, type Workspace } from '../workspace.ts';
import { rowKey } from './call-keys.ts';
import { panelParts } from './call-panel.ts';
import { type Row, rowButton } from './call-row.ts';
import { explanation, otherExplanation } from './explanation.ts';
import { PAGE, pageButtons, pageWithin } from './pages.ts';
import { DO } from './session-clock.ts';

/** Asks for the explanation of one call; the list shows it with `explain`. */
export const EXPLAIN = 'explain-call';
export interface Explain {
  entry: number;
  number: number;
  /** Whether the other policy decides it otherwise, so that both are explained. */
  changed: boolean;
}

const NOTHING = new Uint8Array(0);

const NO_CALL =
  'No call yet. Make one above, or start from a tool, a server, an attack or a log of your own.';

const SHOWS: Record<Show, string> = {
  all: 'All calls',
  stopped: 'Not allowed',
  changed: 'Decided otherwise',
};

/** `<call-list>`: the calls of a session in order, with what was decided. One row at a time is open. */
export class CallList extends HTMLElement {
  #workspace: Workspace | undefined;
  #report: Report | undefined;
  #open: number | undefined;
  #number = 0;
  #editing = false;
  #page = 0;
  #changesFirst = false;
  #show: Show = 'all';
  #list = h('ol', { class: 'calls', role: 'list' });
  #foot = h('div', { class: 'pages' });
  #slot = h('div', { class: 'slot' });
  #filter = h('select', {}, ...Object.entries(SHOWS).map(([value, text]) => h('option', { value }, text)));
  #filtering = h('label', { class: 'filter small' }, 'Show ', this.#filter);

  connectedCallback(): void {
    if (this.childElementCount) return;
    this.append(this.#filtering, this.#list, this.#foot);
    this.#filter.addEventListener('change', () => {
      this.#show = this.#filter.value as Show;
      this.#turn(0);
    });
    const keys = {
      move: (entry: number, by: 1 | -1) => this.#move(entry, by),
      remove: (entry: number) => this.#act({ do: 'remove', index: entry }, entry),
      repeat: (entry: number) => this.#act({ do: 'repeat', index: entry }, entry),
    };
    this.addEventListener('keydown', (event) => rowKey(this, event, keys));
  }

  /** Shows the calls as they were decided. The row that was open stays open. */
  show(workspace: Workspace, report: Report): void {
    this.#workspace = workspace;
    this.#report = report;
    if (this.#open !== undefined && this.#open >= workspace.entries.length) this.#open = undefined;
    this.#draw();
    this.#ask();
  }

  /** Whether the calls that were decided otherwise stand first. */
  set changesFirst(first: boolean) {
    this.#changesFirst = first;
    this.#turn(0);
  }

  /** Opens a row, and one of its calls. */
  open(entry: number, among = 0): void {
    this.#open = entry;
    this.#number = among;
    this.#editing = false;
    const place = this.#shown().indexOf(entry);
    if (place >= 0) this.#page = Math.floor(place / PAGE);
    this.#draw();
    this.#ask();
  }

  /** Shows the explanation that was asked for, and that of the other policy where it decides otherwise. */
  explain({ entry, number: among }: Explain, details: Details | undefined, other?: Details): void {
    const one = this.#entries[entry];
    if (!one || entry !== this.#open || among !== this.#number) return;
    const at = timeOf(one, among);
    this.#slot.replaceChildren(
      ...(details ? [explanation(details, at)] : []),
      ...(other ? [otherExplanation(other, at)] : []),
    );
  }

  get #entries(): readonly Entry[] {
    return this.#workspace?.entries ?? [];
  }

  /** The run of the session that is shown; a report of an earlier one must not be read for it. */
  get #run(): Run | undefined {
    const run = this.#report?.run;
    return run && run.first.length === this.#entries.length + 1 ? run : undefined;
  }

  #groups(entry: number): Group[] {
    const run = this.#run;
    return run ? groupsOf(run, entry, this.#report?.changed ?? NOTHING) : [];
  }

  /** The entries that the filter lets through, in order. */
  #shown(): number[] {
    const changed = this.#report?.changed ?? NOTHING;
    return shownEntries(this.#entries.length, this.#run, changed, this.#show, this.#changesFirst);
  }

  #turn(page: number): void {
    this.#page = page;
    this.#draw();
    this.#ask();
  }

  #draw(): void {
    const focused = document.activeElement?.closest<HTMLElement>('.call-main')?.parentElement;
    const entry = focused && this.contains(focused) ? Number(focused.dataset.entry) : undefined;
    const shown = this.#shown();
    this.#page = pageWithin(this.#page, shown.length);
    const rows = shown.slice(this.#page * PAGE, (this.#page + 1) * PAGE);
    this.#filtering.hidden = !this.#entries.length;
    const none = this.#entries.length ? 'No call is like this.' : NO_CALL;
    this.#list.replaceChildren(...rows.map((each) => this.#item(each)));
    if (!rows.length) this.#list.append(h('li', { class: 'soft none' }, none));
    this.#foot.replaceChildren(...pageButtons(this.#page, shown.length, (page) => this.#turn(page)));
    if (entry !== undefined) this.#focusRow(entry);
  }

  /** Moves the focus to a row, or to the nearest that is there. */
  #focusRow(entry: number): void {
    const rows = [...this.querySelectorAll<HTMLElement>('.call-main')];
    const row = rows.find((each) => Number(each.parentElement?.dataset.entry) >= entry) ?? rows.at(-1);
    row?.focus();
  }

  #item(entry: number): HTMLElement {
    const open = entry === this.#open;
    const row: Row = {
      entry,
      open,
      one: this.#entries[entry] as Entry,
      before: this.#entries[entry - 1]?.at,
      groups: this.#groups(entry),
      run: this.#run,
      base: this.#report?.base,
    };
    const item = h('li', { class: open ? 'made open' : 'made', 'data-entry': entry });
    item.append(rowButton(row, () => this.#toggle(entry)));
    if (open) item.append(this.#panel(row));
    return item;
  }

  #panel(row: Row): HTMLElement {
    const parts = panelParts({
      ...row,
      number: this.#number,
      editing: this.#editing,
      last: row.entry === this.#entries.length - 1,
      tools: this.#workspace?.tools ?? [],
      act: (action) => this.#act(action, row.entry),
      edit: () => this.#edit(),
      move: (by) => this.#move(row.entry, by),
      choose: (among) => this.open(row.entry, among),
    });
    return h('div', { class: 'panel' }, ...parts, this.#slot);
  }

  /** Sends an action on a row, where the focus then stays. */
  #act(action: Action, entry: number): void {
    send<Action>(this, DO, action);
    this.#focusRow(entry);
  }

  #edit(): void {
    this.#editing = !this.#editing;
    this.#draw();
    this.querySelector<HTMLElement>('call-form :is(input, select, textarea)')?.focus();
  }

  #move(entry: number, by: 1 | -1): void {
    if (!this.#entries[entry + by]) return;
    if (this.#open === entry) this.#open = entry + by;
    this.#act({ do: 'move', index: entry, by }, entry + by);
  }

  #toggle(entry: number): void {
    const last = this.#groups(entry).at(-1);
    // Of many calls the last that came out otherwise is the telling one.
    const among = last ? last.from - (this.#run?.first[entry] ?? 0) : 0;
    if (this.#open !== entry) {
      this.open(entry, among);
      return;
    }
    this.#open = undefined;
    this.#draw();
  }

  #ask(): void {
    if (this.#open === undefined) return;
    const call = (this.#run?.first[this.#open] ?? 0) + this.#number;
    const changed = this.#report?.changed[call] === 1;
    send<Explain>(this, EXPLAIN, { entry: this.#open, number: this.#number, changed });
  }
}

define('call-list', CallList);
