import { button, define, h, hear } from '../../client/dom.ts';
import { visible } from '../../views/text.ts';
import { type Action, reduce } from '../actions.ts';
import { EXAMPLE } from '../example.ts';
import { History } from '../history.ts';
import type { Report } from '../service.ts';
import { applied } from '../start/offer.ts';
import type { Saved } from '../take/saved.ts';
import { callCount, EMPTY, entryOf, type Workspace } from '../workspace.ts';
import { openAddress } from './address.ts';
import type { Attacks } from './attack-way.ts';
import { CALL_MADE, CallForm, type CallMade } from './call-form.ts';
import { CallList, EXPLAIN, type Explain, SHOW_OTHER } from './call-list.ts';
import { Drawer, Drawers } from './drawers.ts';
import { SHOW_PLACE } from './explanation.ts';
import { comparison, layout } from './layout.ts';
import { EDITED, EDITOR_OPENED, PolicyEditor } from './policy-editor.ts';
import { statusText, tallyText } from './report-text.ts';
import { Runner } from './runner.ts';
import { SessionChart } from './session-chart.ts';
import { DO, SessionClock } from './session-clock.ts';
import { addSimulatorStyles } from './simulator-style.ts';
import type { StartPanel } from './start-panel.ts';
import { STARTED, type Started } from './started.ts';
import { forget, keep, kept } from './storage.ts';
import { Voice } from './voice.ts';

/** `<policy-simulator>`: a policy, a session of calls against it, and what the engine says of each. */
export class PolicySimulator extends HTMLElement {
  readonly #runner = new Runner();
  readonly #history = new History<Workspace>(EXAMPLE);
  #asked: Explain | undefined;
  #valid = true;
  #attacks: Attacks = [];
  /** The entry that was made just now, to be opened once it is decided. */
  #made: number | undefined;

  #title = h('p', { class: 'session-title' });
  #notice = h('div', { class: 'notice', hidden: true });
  #status = h('p', { class: 'status small' });
  #tally = h('p', { class: 'tally' });
  #voice = new Voice();
  #editor = new PolicyEditor();
  #other = new PolicyEditor();
  #form = new CallForm();
  #list = new CallList();
  #clock = new SessionClock();
  #chart = new SessionChart();
  #start = new Drawer(() => this.#newStart());
  #take = new Drawer(() => this.#newTake());
  #drawers = new Drawers();
  #undo = button('Undo', () => this.#step('undo'));
  #redo = button('Redo', () => this.#step('redo'));
  #compare = button('Compare with another policy', () => this.#toggleCompare(), { 'aria-expanded': 'false' });
  #comparison = comparison(
    this.#other,
    h(
      'div',
      { class: 'row' },
      button('Swap the two', () => this.#do({ do: 'swap' })),
      button('Make them the same', () => this.#do({ do: 'base', text: this.#now.policy })),
    ),
  );

  connectedCallback(): void {
    if (this.dataset.ready !== undefined) return;
    this.dataset.ready = '';
    addSimulatorStyles();
    this.#prepare();
    this.#build();
    this.#listen();
    this.#open();
  }

  get #now(): Workspace {
    return this.#history.now;
  }

  #prepare(): void {
    const attacks = [...this.querySelectorAll<HTMLOptionElement>('option[data-attack]')];
    this.#attacks = attacks.map(({ value, textContent }) => [value, textContent ?? ''] as const);
    this.#editor.setAttribute('label', 'The policy');
    this.#other.setAttribute('label', 'The policy to compare with');
    for (const { policy } of [EXAMPLE, EMPTY]) this.#runner.trust(policy);
  }

  async #newStart(): Promise<StartPanel> {
    const { StartPanel } = await import('./start-panel.ts');
    const { service } = this.#runner;
    return Object.assign(new StartPanel(), { service, attacks: this.#attacks });
  }

  async #newTake(): Promise<HTMLElement> {
    const { TakePanel } = await import('./take-panel.ts');
    const { service } = this.#runner;
    return Object.assign(new TakePanel(), { service, workspace: () => this.#now });
  }

  #build(): void {
    const parts = {
      title: this.#title,
      buttons: [
        this.#drawers.add('Start from …', this.#start),
        this.#drawers.add('Take away …', this.#take),
        this.#undo,
        this.#redo,
        button('Clear', () => this.#clear()),
      ],
      notice: this.#notice,
      drawers: [this.#start.element, this.#take.element],
      status: this.#status,
      editor: this.#editor,
      compare: this.#compare,
      comparison: this.#comparison,
      clock: this.#clock,
      form: this.#form,
      tally: this.#tally,
      chart: this.#chart,
      list: this.#list,
      said: this.#voice.element,
    };
    this.replaceChildren(...layout(parts));
  }

  #listen(): void {
    hear<Action>(this, DO, (action) => this.#do(action));
    hear<CallMade>(this, CALL_MADE, (call) => this.#call(call));
    hear<string>(this.#editor, EDITED, (text) => this.#edited({ do: 'policy', text }));
    hear<string>(this.#other, EDITED, (text) => this.#edited({ do: 'base', text }));
    hear(this, EDITOR_OPENED, () => {
      this.#runner.careful = true;
      this.#run();
    });
    hear<Explain>(this, EXPLAIN, (asked) => this.#explain(asked));
    hear<string>(this, SHOW_PLACE, (pointer) => this.#editor.show(pointer));
    hear<string>(this, SHOW_OTHER, (pointer) => {
      if (this.#comparison.hidden) this.#toggleCompare();
      this.#other.show(pointer);
    });
    hear<Started>(this, STARTED, (started) => this.#started(started));
    addEventListener('hashchange', () => this.#fromAddress());
    this.addEventListener('keydown', (event) => this.#key(event));
  }

  /** What the address holds, else what was kept, else the example. */
  async #open(): Promise<void> {
    const text = kept();
    if (text !== undefined) {
      const found = await this.#runner.service.ask({ do: 'saved', text });
      if ('workspace' in found) this.#restore(found);
      else this.#tell(`The session that this browser kept cannot be read. ${found.fault}`);
    }
    this.#show();
    await this.#fromAddress();
  }

  #restore({ workspace, checked }: Saved): void {
    if (checked) {
      this.#runner.trust(workspace.policy, checked[0]);
      this.#runner.trust(workspace.base, checked[1]);
    }
    this.#history.push(workspace);
  }

  #fromAddress(): Promise<void> {
    return openAddress({
      link: async (hash) => {
        const { restored } = await import('./restore.ts');
        await restored(hash, this.#runner.service, this.#notice, (found) => this.#replace(found));
      },
      panel: () => {
        this.#drawers.toggle(this.#start, true);
        return this.#start.part;
      },
    });
  }

  #replace(workspace: Workspace): void {
    history.replaceState(null, '', location.pathname);
    this.#do({ do: 'open', workspace });
    this.#voice.say(`${workspace.title} is open. What was here before comes back with Undo.`);
  }

  #started({ offer, keep: mine, trusted }: Started): void {
    const { policy, ...calls } = offer;
    if (trusted && policy !== undefined) this.#runner.trust(policy);
    this.#drawers.toggle(this.#start, false);
    this.#replace(applied(this.#now, mine ? calls : offer));
  }

  #do(action: Action, kind?: string): void {
    const before = this.#now;
    const after = reduce(before, action);
    if (after === before && action.do === 'add') this.#voice.say('The session is full; nothing was added.');
    if (action.do === 'remove') this.#voice.say('The call is deleted.');
    if (action.do === 'approve' || action.do === 'edit') this.#voice.about({ entry: action.index });
    this.#history.push(after, kind);
    this.#show();
  }

  #edited(action: Extract<Action, { text: string }>): void {
    const { policy, base } = this.#now;
    if (action.text === (action.do === 'policy' ? policy : base)) return;
    this.#voice.about('changes');
    this.#do(action, action.do);
  }

  #call({ tool, args, ...more }: CallMade): void {
    this.#made = this.#now.entries.length;
    this.#voice.about({ entry: this.#made });
    this.#do({ do: 'add', entry: entryOf(tool, args, this.#now.clock, more) });
  }

  #step(direction: 'undo' | 'redo'): void {
    this.#history[direction]();
    this.#show();
    this.#voice.say(direction === 'undo' ? 'Taken back.' : 'Done again.');
  }

  #clear(): void {
    forget();
    this.#do({ do: 'open', workspace: EMPTY });
    this.#voice.say('The session is cleared, here and in this browser. Undo brings it back.');
  }

  /** Shows the workspace: at once what it is, and what is decided as soon as that is known. */
  #show(): void {
    const { title, policy, base, clock, tools, entries } = this.#now;
    this.#title.textContent = visible(title);
    this.#editor.text = policy;
    this.#other.text = base;
    for (const each of [this.#editor, this.#other, this.#form]) each.tools = tools;
    this.#clock.at = clock;
    this.#undo.disabled = !this.#history.canUndo;
    this.#redo.disabled = !this.#history.canRedo;
    this.dataset.calls = String(callCount(entries));
    this.#run();
  }

  async #run(): Promise<void> {
    const workspace = this.#now;
    this.dataset.state = 'running';
    const report = await this.#runner.run(workspace).catch((error: Error) => this.#tell(error.message));
    if (!report || workspace !== this.#now) return;
    this.#draw(workspace, report);
    this.dataset.state = 'done';
    // What was cleared must not come back by itself.
    this.#voice.decided(workspace, report, () => workspace !== EMPTY && keep(workspace, report));
  }

  #draw(workspace: Workspace, report: Report): void {
    this.#valid = report.ok;
    this.#editor.marks = report.marks;
    this.#other.marks = report.baseMarks;
    this.#status.textContent = statusText(report);
    this.#status.classList.toggle('fault', !report.ok);
    this.#tally.textContent = tallyText(report);
    if (report.picture) this.#chart.show(report.picture, workspace.clock);
    this.#list.show(workspace, report);
    const made = workspace.entries[this.#made ?? -1];
    if (made) this.#list.open(this.#made as number, made.times - 1);
    this.#made = undefined;
  }

  async #explain(asked: Explain): Promise<void> {
    this.#asked = asked;
    const [details, other] = await this.#runner.explain(asked);
    if (asked !== this.#asked) return;
    this.#list.explain(asked, details, other);
    // A text with faults is another than the one that decided.
    this.#editor.light((this.#valid && details?.told.pointer) || undefined);
  }

  #tell(text: string): void {
    this.#notice.hidden = false;
    this.#notice.replaceChildren(h('p', { role: 'alert' }, visible(text)));
  }

  #toggleCompare(): void {
    const open = this.#comparison.hidden === true;
    this.#comparison.hidden = !open;
    this.#compare.setAttribute('aria-expanded', String(open));
    this.#list.changesFirst = open;
    if (open) this.#other.querySelector('textarea')?.focus();
  }

  #key(event: KeyboardEvent): void {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || (key !== 'z' && key !== 'y')) return;
    // In a text, these keys belong to the text.
    if ((event.target as Element).closest('input, textarea, select, .code-host')) return;
    event.preventDefault();
    this.#step(key === 'y' || event.shiftKey ? 'redo' : 'undo');
  }
}

define('policy-simulator', PolicySimulator);
