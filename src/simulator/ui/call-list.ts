import { visible } from '../../views/text.ts';
import type { Action } from '../actions.ts';
import { timeText } from '../clock.ts';
import { changedEntries, type Group, groupsOf } from '../compare.ts';
import type { Details } from '../details.ts';
import type { Report } from '../service.ts';
import { type Run, type Verdict, verdictAt } from '../verdict.ts';
import { number, outcomeWord, plural } from '../words.ts';
import { type Entry, timeOf, type Workspace } from '../workspace.ts';
import { argsLine, CALL_MADE, CallForm, type CallMade } from './call-form.ts';
import { button, code, define, h, hear, send } from './dom.ts';
import { explanation } from './explanation.ts';
import { outcomeMark, verdictMark } from './outcome.ts';
import { DO } from './session-clock.ts';

/** Asks for the explanation of one call; the list shows it with `explain`. */
export const EXPLAIN = 'explain-call';
export interface Explain {
  entry: number;
  number: number;
  /** Whether the other policy decides it otherwise, so that both are explained. */
  changed: boolean;
}

/** Rows that are shown at once; a session of 10,000 calls has pages. */
export const PAGE = 100;
/** Groups of one entry that are listed. */
const GROUPS = 12;

type Show = 'all' | 'stopped' | 'changed';
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
  #panel = h('div', { class: 'panel' });
  #filter = h('select', {}, ...Object.entries(SHOWS).map(([value, text]) => h('option', { value }, text)));

  connectedCallback(): void {
    if (this.childElementCount) return;
    this.append(h('label', { class: 'filter small' }, 'Show ', this.#filter), this.#list, this.#foot);
    this.#filter.addEventListener('change', () => {
      this.#show = this.#filter.value as Show;
      this.#page = 0;
      this.#draw();
    });
    this.addEventListener('keydown', (event) => this.#key(event));
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
    this.#page = 0;
    this.#draw();
  }

  /** Opens a call, as if it was chosen; the last one where none is named. */
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
    const one = this.#workspace?.entries[entry];
    if (!one || entry !== this.#open || among !== this.#number) return;
    const at = timeOf(one, among);
    this.#panel
      .querySelector('.slot')
      ?.replaceChildren(
        ...(details ? [explanation(details, at)] : []),
        ...(other
          ? [
              h(
                'details',
                { class: 'before' },
                h('summary', {}, 'What the other policy says'),
                explanation(other, at),
              ),
            ]
          : []),
      );
  }

  get #entries(): readonly Entry[] {
    return this.#workspace?.entries ?? [];
  }

  /** The entries that the filter lets through, in order. */
  #shown(): number[] {
    const run = this.#report?.run;
    const all = [...this.#entries.keys()];
    if (!run || run.first.length !== all.length + 1) return all;
    const changed = changedEntries(run, this.#report?.changed ?? new Uint8Array());
    if (this.#show === 'changed') return changed;
    if (this.#show === 'all') return this.#changesFirst ? [...new Set([...changed, ...all])] : all;
    return all.filter((entry) =>
      groupsOf(run, entry, new Uint8Array()).some(({ from }) => verdictAt(run, from).outcome !== 'allow'),
    );
  }

  #draw(): void {
    const focused = (document.activeElement as HTMLElement | null)?.closest<HTMLElement>('[data-entry]')
      ?.dataset.entry;
    const inside =
      focused !== undefined &&
      this.contains(document.activeElement) &&
      document.activeElement?.classList.contains('call-main');
    const shown = this.#shown();
    this.#page = Math.min(this.#page, Math.max(0, Math.ceil(shown.length / PAGE) - 1));
    const rows = shown.slice(this.#page * PAGE, (this.#page + 1) * PAGE);
    this.#list.start = (rows[0] ?? 0) + 1;
    this.#list.replaceChildren(...rows.map((entry) => this.#row(entry)));
    if (!shown.length)
      this.#list.append(
        h(
          'li',
          { class: 'soft none' },
          this.#entries.length ? 'No call is like this.' : 'There is no call yet.',
        ),
      );
    this.#foot.replaceChildren(...this.#pages(shown.length));
    if (inside) this.focusRow(Number(focused));
  }

  /** Moves the focus to a row, or to the nearest that is there. */
  focusRow(entry: number): void {
    const rows = [...this.querySelectorAll<HTMLElement>('.call-main')];
    const row = rows.find((each) => Number(each.parentElement?.dataset.entry) >= entry) ?? rows.at(-1);
    row?.focus();
  }

  #pages(count: number): HTMLElement[] {
    if (count <= PAGE) return [];
    const pages = Math.ceil(count / PAGE);
    const go = (page: number) => () => {
      this.#page = page;
      this.#draw();
    };
    return [
      button('Back', go(this.#page - 1), { disabled: this.#page === 0 }),
      h(
        'span',
        { class: 'small' },
        `${number(this.#page * PAGE + 1)} to ${number(Math.min(count, (this.#page + 1) * PAGE))} of ${number(count)}`,
      ),
      button('Further', go(this.#page + 1), { disabled: this.#page >= pages - 1 }),
    ];
  }

  #row(entry: number): HTMLElement {
    const one = this.#entries[entry] as Entry;
    const open = entry === this.#open;
    const groups = this.#groups(entry);
    const changed = groups.some((group) => group.changed);
    const back = entry > 0 && one.at < (this.#entries[entry - 1] as Entry).at;
    const main = h(
      'button',
      {
        type: 'button',
        class: 'call-main',
        'aria-expanded': open ? 'true' : 'false',
        click: () => this.#toggle(entry),
      },
      h(
        'span',
        { class: 'when' },
        timeText(one.at),
        back && h('span', { class: 'soft' }, ' clock runs back'),
      ),
      h('span', { class: 'what' }, code(one.tool), ' ', h('span', { class: 'args' }, argsLine(one.args))),
      h(
        'span',
        { class: 'how' },
        ...this.#marks(one, groups),
        changed && h('span', { class: 'changed' }, this.#was(groups)),
      ),
    );
    const item = h('li', { class: open ? 'made open' : 'made', 'data-entry': entry }, main);
    if (open) item.append(this.#drawPanel(entry, one, groups));
    return item;
  }

  #groups(entry: number): Group[] {
    const { run, changed } = this.#report ?? {};
    // A report of an earlier session must not be read for this one.
    return run && changed && run.first.length === this.#entries.length + 1
      ? groupsOf(run, entry, changed)
      : [];
  }

  #marks(one: Entry, groups: readonly Group[]): HTMLElement[] {
    const run = this.#report?.run as Run;
    const tags = [
      ...(one.grant !== 'default' ? [h('span', { class: 'tag' }, visible(one.grant))] : []),
      ...(one.unguarded ? [h('span', { class: 'tag' }, 'no policy attached')] : []),
      ...(one.upstream === 'failed' ? [h('span', { class: 'tag' }, 'fails upstream')] : []),
    ];
    if (one.times === 1)
      return [...tags, ...groups.flatMap(({ from }) => verdictWithRule(verdictAt(run, from)))];
    const sums = new Map<string, number>();
    for (const { from, to } of groups) {
      const { outcome } = verdictAt(run, from);
      sums.set(outcome, (sums.get(outcome) ?? 0) + to - from);
    }
    return [
      ...tags,
      h('span', { class: 'tag' }, `${number(one.times)}×`),
      ...[...sums].map(([outcome, count]) => outcomeMark(outcome as 'allow', `${number(count)} ${outcome}`)),
    ];
  }

  /** What the other document said of the calls that changed. */
  #was(groups: readonly Group[]): string {
    const base = this.#report?.base as Run;
    const changed = groups.filter((group) => group.changed);
    const count = changed.reduce((sum, { from, to }) => sum + to - from, 0);
    const words = new Set(changed.map(({ from }) => wasWords(verdictAt(base, from))));
    const [only = ''] = words;
    return `${count > 1 ? `${number(count)} were` : 'was'} ${words.size > 1 ? 'otherwise' : only}`;
  }

  #drawPanel(entry: number, one: Entry, groups: readonly Group[]): HTMLElement {
    this.#panel.replaceChildren(
      ...(one.note ? [h('p', { class: 'small' }, visible(one.note))] : []),
      this.#tools(entry, one),
      ...(this.#editing ? [this.#form(entry, one)] : []),
      ...(one.times > 1 ? [this.#groupList(entry, groups)] : []),
      h('div', { class: 'slot' }, h('p', { class: 'small soft' }, 'Looking at it step by step …')),
    );
    return this.#panel;
  }

  #tools(entry: number, one: Entry): HTMLElement {
    const act = (text: string, action: Action) => button(text, () => send(this, DO, action));
    const held = this.#groups(entry).some(({ from }) => {
      const { outcome, person } = verdictAt(this.#report?.run as Run, from);
      return outcome === 'ask' || person !== undefined;
    });
    const approve = (approval: 'granted' | 'refused', text: string) =>
      button(
        text,
        () =>
          send<Action>(this, DO, {
            do: 'approve',
            index: entry,
            approval: one.approval === approval ? undefined : approval,
          }),
        {
          'aria-pressed': one.approval === approval ? 'true' : 'false',
        },
      );
    return h(
      'div',
      { class: 'row', role: 'group', 'aria-label': 'This call' },
      ...(held ? [approve('granted', 'Grant'), approve('refused', 'Refuse')] : []),
      button('Edit', () => this.#edit(), { 'aria-expanded': this.#editing ? 'true' : 'false' }),
      act('Repeat', { do: 'repeat', index: entry }),
      button('Earlier', () => this.#move(entry, -1), { disabled: entry === 0 }),
      button('Later', () => this.#move(entry, 1), { disabled: entry === this.#entries.length - 1 }),
      act('Delete', { do: 'remove', index: entry }),
    );
  }

  #edit(): void {
    this.#editing = !this.#editing;
    this.#draw();
    this.#ask();
    this.#panel.querySelector<HTMLElement>('call-form input, call-form select, call-form textarea')?.focus();
  }

  #move(entry: number, by: 1 | -1): void {
    if (entry + by < 0 || entry + by >= this.#entries.length) return;
    this.#open = this.#open === entry ? entry + by : this.#open;
    send<Action>(this, DO, { do: 'move', index: entry, by });
    this.focusRow(entry + by);
  }

  #form(entry: number, one: Entry): HTMLElement {
    const form = new CallForm();
    form.edit(one, this.#workspace?.tools ?? []);
    hear<CallMade>(form, CALL_MADE, (change) => {
      this.#editing = false;
      send<Action>(this, DO, { do: 'edit', index: entry, change });
      this.focusRow(entry);
    });
    // The page listens for calls that are made; this one is only changed.
    form.addEventListener(CALL_MADE, (event) => event.stopPropagation());
    return form;
  }

  #groupList(entry: number, groups: readonly Group[]): HTMLElement {
    const run = this.#report?.run as Run;
    const start = run.first[entry] as number;
    const rows = groups.slice(0, GROUPS).map(({ from, to }) => {
      const [first, last] = [from - start, to - start];
      const which =
        last - first === 1 ? `Call ${number(last)}` : `Calls ${number(first + 1)} to ${number(last)}`;
      const choose = () => {
        this.#number = first;
        this.#draw();
        this.#ask();
      };
      const chosen = this.#number >= first && this.#number < last;
      return h(
        'li',
        {},
        button(which, choose, { class: 'plain', 'aria-pressed': chosen ? 'true' : 'false' }),
        ' ',
        verdictMark(verdictAt(run, from)),
      );
    });
    const more = groups.length - rows.length;
    return h(
      'ol',
      { class: 'groups', role: 'list' },
      ...rows,
      more > 0 && h('li', {}, `and ${plural(more, 'change')} more`),
    );
  }

  #toggle(entry: number): void {
    this.#editing = false;
    this.#number = 0;
    this.#open = this.#open === entry ? undefined : entry;
    const last = this.#groups(entry).at(-1);
    // Of many calls the last that came out otherwise is the telling one.
    if (last) this.#number = last.from - (this.#report?.run?.first[entry] as number);
    this.#draw();
    this.#ask();
  }

  #ask(): void {
    const { run, changed } = this.#report ?? {};
    if (this.#open === undefined) return;
    const call = (run?.first[this.#open] ?? 0) + this.#number;
    send<Explain>(this, EXPLAIN, { entry: this.#open, number: this.#number, changed: changed?.[call] === 1 });
  }

  #key(event: KeyboardEvent): void {
    const row = (event.target as HTMLElement).closest<HTMLElement>('.call-main');
    if (!row || event.ctrlKey || event.metaKey) return;
    const entry = Number(row.parentElement?.dataset.entry);
    const rows = [...this.querySelectorAll<HTMLElement>('.call-main')];
    const beside = (by: number) => rows[rows.indexOf(row) + by];
    const does: Record<string, () => unknown> = {
      ArrowDown: () => (event.altKey ? this.#move(entry, 1) : beside(1)?.focus()),
      ArrowUp: () => (event.altKey ? this.#move(entry, -1) : beside(-1)?.focus()),
      Home: () => rows[0]?.focus(),
      End: () => rows.at(-1)?.focus(),
      Delete: () => this.#remove(entry),
      r: () => send<Action>(this, DO, { do: 'repeat', index: entry }),
    };
    const action = does[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  }

  #remove(entry: number): void {
    send<Action>(this, DO, { do: 'remove', index: entry });
    this.focusRow(entry);
  }
}

const wasWords = (verdict: Verdict): string =>
  `${outcomeWord(verdict)}${verdict.rule ? ` by ${visible(verdict.rule)}` : ''}`;

/** The mark of a verdict, and the rule that decided. */
const verdictWithRule = (verdict: Verdict): HTMLElement[] => [
  verdictMark(verdict),
  ...(verdict.rule ? [h('span', { class: 'rule' }, visible(verdict.rule))] : []),
];

define('call-list', CallList);
