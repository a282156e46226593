import { visible } from '../../views/text.ts';
import { type Action, reduce } from '../actions.ts';
import { ServiceClient } from '../client.ts';
import { tallyOf } from '../compare.ts';
import { EXAMPLE } from '../example.ts';
import { History } from '../history.ts';
import type { Report } from '../service.ts';
import { applied } from '../start/offer.ts';
import { isLink } from '../take/link-form.ts';
import { verdictAt } from '../verdict.ts';
import { number, plural, saidOf } from '../words.ts';
import { callCount, entryOf, START, type Workspace } from '../workspace.ts';
import { CALL_MADE, CallForm, type CallMade } from './call-form.ts';
import { CallList, EXPLAIN, type Explain } from './call-list.ts';
import { button, define, h, hear } from './dom.ts';
import { SHOW_PLACE } from './explanation.ts';
import { HELP } from './help.ts';
import { EDITED, EDITOR_OPENED, PolicyEditor } from './policy-editor.ts';
import { restored } from './restore.ts';
import { SessionChart } from './session-chart.ts';
import { DO, SessionClock } from './session-clock.ts';
import { STARTED, type Started, StartPanel } from './start-panel.ts';
import { forget, keep, kept } from './storage.ts';
import { addStyles } from './style.ts';
import { TakePanel } from './take-panel.ts';

/** When the typing rests, what has changed is said and the session is kept, in milliseconds. */
const REST = 700;

const EMPTY: Workspace = {
  title: 'A new session',
  policy: '{\n  "version": "1",\n  "default": "deny",\n  "tools": {}\n}',
  base: '',
  entries: [],
  clock: START,
  tools: [],
};

/** `<policy-simulator>`: a policy, a session of calls against it, and what the engine says of each. */
export class PolicySimulator extends HTMLElement {
  readonly #service = new ServiceClient();
  readonly #history = new History<Workspace>(EXAMPLE);
  /** Documents that were proven when the site was built; they need no check before they run. */
  readonly #trusted = new Set<string>([EXAMPLE.policy]);
  #careful = false;
  #sent: Partial<Workspace> = {};
  #asked: Explain | undefined;
  /** What a screen reader is to be told once it is decided: what changed, or what became of one entry. */
  #say: 'changes' | number | undefined;
  #opening = false;
  #resting: ReturnType<typeof setTimeout> | undefined;

  #title = h('p', { class: 'session-title' });
  #notice = h('div', { class: 'notice', hidden: true });
  #status = h('p', { class: 'status small' });
  #tally = h('p', { class: 'tally' });
  #said = h('p', { class: 'unseen', role: 'status' });
  #editor = new PolicyEditor();
  #other = new PolicyEditor();
  #form = new CallForm();
  #list = new CallList();
  #clock = new SessionClock();
  #chart = new SessionChart();
  #start = new StartPanel();
  #take = new TakePanel();
  #undo = button('Undo', () => this.#step('undo'));
  #redo = button('Redo', () => this.#step('redo'));
  #startToggle = button('Start from …', () => this.#toggle(this.#start, this.#startToggle), {
    'aria-expanded': 'false',
  });
  #takeToggle = button('Take away …', () => this.#toggle(this.#take, this.#takeToggle), {
    'aria-expanded': 'false',
  });
  #compare = button('Compare with another policy', () => this.#toggleCompare(), { 'aria-expanded': 'false' });
  #otherPart = h('div', { class: 'other', hidden: true });

  connectedCallback(): void {
    if (this.dataset.ready !== undefined) return;
    addStyles();
    this.dataset.ready = '';
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
    this.#start.attacks = attacks.map(({ value, textContent }) => [value, textContent ?? ''] as const);
    this.#start.service = this.#service;
    this.#take.service = this.#service;
    this.#take.workspace = () => this.#now;
    this.#editor.setAttribute('label', 'The policy');
    this.#other.setAttribute('label', 'The policy to compare with');
    this.#start.hidden = true;
    this.#take.hidden = true;
  }

  #build(): void {
    this.#otherPart.append(
      h(
        'p',
        { class: 'small soft' },
        'The calls show how the policy above decides, and where this one decides otherwise.',
      ),
      this.#other,
      h(
        'div',
        { class: 'row' },
        button('Swap the two', () => this.#do({ do: 'swap' })),
        button('Make them the same', () => this.#do({ do: 'base', text: this.#now.policy })),
      ),
    );
    const policy = h(
      'section',
      { class: 'half', 'aria-labelledby': 'the-policy' },
      h('h2', { id: 'the-policy' }, 'Policy'),
      this.#status,
      this.#editor,
      h('div', { class: 'row' }, this.#compare),
      this.#otherPart,
    );
    const session = h(
      'section',
      { class: 'half', 'aria-labelledby': 'the-session' },
      h('h2', { id: 'the-session' }, 'Session'),
      this.#clock,
      h('details', { class: 'add', open: true }, h('summary', {}, 'Make a call'), this.#form),
      this.#tally,
      this.#chart,
      this.#list,
    );
    this.replaceChildren(
      h(
        'div',
        { class: 'bar' },
        this.#title,
        h(
          'div',
          { class: 'row' },
          this.#startToggle,
          this.#takeToggle,
          this.#undo,
          this.#redo,
          button('Clear', () => this.#clear()),
        ),
      ),
      this.#notice,
      this.#start,
      this.#take,
      h('div', { class: 'halves' }, policy, session),
      HELP(),
      this.#said,
    );
  }

  #listen(): void {
    hear<Action>(this, DO, (action) => this.#do(action));
    hear<CallMade>(this, CALL_MADE, (call) => this.#call(call));
    hear<string>(this.#editor, EDITED, (text) => this.#edited({ do: 'policy', text }));
    hear<string>(this.#other, EDITED, (text) => this.#edited({ do: 'base', text }));
    hear(this, EDITOR_OPENED, () => {
      this.#careful = true;
      this.#run();
    });
    hear<Explain>(this, EXPLAIN, (asked) => this.#explain(asked));
    hear<string>(this, SHOW_PLACE, (pointer) => this.#editor.show(pointer));
    hear<Started>(this, STARTED, (started) => this.#started(started));
    addEventListener('hashchange', () => this.#fromAddress());
    this.addEventListener('keydown', (event) => this.#key(event));
  }

  /** What the address holds, else what was kept, else the example. */
  async #open(): Promise<void> {
    const text = kept();
    if (text !== undefined) {
      const found = await this.#service.ask({ do: 'saved', text });
      if ('workspace' in found) this.#history.push(found.workspace);
      else this.#tell(`The session that this browser kept cannot be read. ${found.fault}`);
    }
    this.#show();
    await this.#fromAddress();
  }

  /** A link of this site opens what it names; a link that holds a session is only told, until someone agrees. */
  async #fromAddress(): Promise<void> {
    if (isLink(location.hash)) {
      await restored(location.hash, this.#service, this.#notice, (workspace) => this.#replace(workspace));
      return;
    }
    const asked = new URLSearchParams(location.search);
    const [server, tool, attack] = ['server', 'tool', 'attack'].map((name) => asked.get(name));
    if (!server && !tool && !attack) return;
    this.#toggle(this.#start, this.#startToggle, true);
    if (attack) await this.#start.openAttack(attack);
    else if (server) await this.#start.openServer(server);
    else if (tool) await this.#start.openServer(...(tool.split('/') as [string, string]));
  }

  #replace(workspace: Workspace): void {
    history.replaceState(null, '', location.pathname);
    this.#do({ do: 'open', workspace });
    this.#speak(`${workspace.title} is open. What was here before comes back with Undo.`);
  }

  #started({ offer, keep: mine, trusted }: Started): void {
    const { policy: _, ...calls } = offer;
    if (trusted && offer.policy !== undefined) this.#trusted.add(offer.policy);
    this.#toggle(this.#start, this.#startToggle, false);
    this.#replace(applied(this.#now, mine ? calls : offer));
    this.#title.focus();
  }

  #do(action: Action, kind?: string): void {
    const before = this.#now;
    const after = reduce(before, action);
    if (after === before && action.do === 'add') this.#speak('The session is full; nothing was added.');
    this.#history.push(after, kind);
    if (action.do === 'remove') this.#speak('The call is deleted.');
    if (action.do === 'approve' || action.do === 'edit') this.#say = action.index;
    this.#show();
  }

  #edited(action: Extract<Action, { text: string }>): void {
    const before = action.do === 'policy' ? this.#now.policy : this.#now.base;
    if (action.text === before) return;
    this.#say = 'changes';
    this.#do(action, action.do);
  }

  #call(call: CallMade): void {
    const { tool, args, ...more } = call;
    const entry = entryOf(tool, args, this.#now.clock, more);
    this.#say = this.#now.entries.length;
    this.#opening = true;
    this.#do({ do: 'add', entry });
  }

  #step(direction: 'undo' | 'redo'): void {
    this.#history[direction]();
    this.#show();
    this.#speak(direction === 'undo' ? 'Taken back.' : 'Done again.');
  }

  #clear(): void {
    forget();
    this.#do({ do: 'open', workspace: { ...EMPTY, base: EMPTY.policy } });
    this.#trusted.add(EMPTY.policy);
    clearTimeout(this.#resting);
    this.#speak('The session is cleared, here and in this browser. Undo brings it back.');
  }

  /** Shows the workspace: at once what it is, and what is decided as soon as that is known. */
  #show(): void {
    const { title, policy, base, clock, tools, entries } = this.#now;
    this.#title.textContent = visible(title);
    this.#editor.text = policy;
    this.#other.text = base;
    this.#editor.tools = tools;
    this.#other.tools = tools;
    this.#form.tools = tools;
    this.#clock.at = clock;
    this.#undo.disabled = !this.#history.canUndo;
    this.#redo.disabled = !this.#history.canRedo;
    this.dataset.calls = String(callCount(entries));
    this.#run();
  }

  async #run(): Promise<void> {
    const workspace = this.#now;
    const { policy, base } = workspace;
    const trusted = !this.#careful && this.#trusted.has(policy) && this.#trusted.has(base);
    const change = Object.fromEntries(
      Object.entries(workspace).filter(([key, value]) => this.#sent[key as keyof Workspace] !== value),
    );
    this.#sent = workspace;
    this.dataset.state = 'running';
    const report = await this.#service.ask({ do: 'run', change, trusted }).catch((error: Error) => {
      this.#tell(error.message);
      return undefined;
    });
    if (!report || workspace !== this.#now) return;
    this.#draw(workspace, report);
    this.dataset.state = 'done';
    this.#rest(workspace, report);
  }

  #draw(workspace: Workspace, report: Report): void {
    this.#editor.marks = report.marks;
    this.#other.marks = report.baseMarks;
    this.#status.replaceChildren(...this.#statusOf(report));
    this.#status.classList.toggle('fault', !report.ok);
    this.#tally.textContent = this.#tallyOf(report);
    if (report.picture) this.#chart.show(report.picture, workspace.clock);
    this.#list.show(workspace, report);
  }

  #statusOf({ ok, marks }: Report): string[] {
    const faults = marks.filter(({ level }) => level === 'fault').length;
    if (!ok)
      return [`${plural(faults, 'fault')}: the calls show what the last policy without a fault decides.`];
    return [marks.length ? `Valid, with ${plural(marks.length, 'finding')}.` : 'Valid.'];
  }

  #tallyOf({ run, changed }: Report): string {
    if (!run) return '';
    const { allow, deny, ask } = tallyOf(run);
    const otherwise = changed.reduce((sum, one) => sum + one, 0);
    const calls = `${plural(run.which.length, 'call')}: ${number(allow)} allowed, ${number(deny)} denied, ${number(ask)} held.`;
    return otherwise ? `${calls} ${plural(otherwise, 'decision')} changed.` : calls;
  }

  async #explain(asked: Explain): Promise<void> {
    this.#asked = asked;
    const ask = (base: boolean) =>
      this.#service.ask({ do: 'explain', entry: asked.entry, number: asked.number, base });
    const details = await ask(false);
    const other = asked.changed ? await ask(true) : undefined;
    if (asked !== this.#asked) return;
    this.#list.explain(asked, details, other);
    this.#editor.light(details?.told.pointer || undefined);
  }

  /** What is done when nothing follows for a moment: the session is kept, and a screen reader is told. */
  #rest(workspace: Workspace, report: Report): void {
    clearTimeout(this.#resting);
    if (typeof this.#say === 'number') this.#sayEntry(this.#say, workspace, report);
    this.#resting = setTimeout(() => {
      if (this.#say === 'changes') this.#speak(`${this.#status.textContent} ${this.#tally.textContent}`);
      this.#say = undefined;
      if (workspace.entries.length || workspace.policy !== EMPTY.policy) keep(workspace);
    }, REST);
  }

  /** Tells what became of an entry, and opens it where it was made just now. */
  #sayEntry(entry: number, { entries }: Workspace, { run }: Report): void {
    const one = entries[entry];
    this.#say = undefined;
    if (!one || !run) return;
    if (this.#opening) this.#list.open(entry, one.times - 1);
    this.#opening = false;
    const verdict = saidOf(one.tool, verdictAt(run, (run.first[entry + 1] as number) - 1));
    this.#speak(one.times > 1 ? `${plural(one.times, 'call')}. The last: ${verdict}` : verdict);
  }

  #speak(text: string): void {
    this.#said.textContent = visible(text);
  }

  #tell(text: string): void {
    this.#notice.hidden = false;
    this.#notice.replaceChildren(h('p', { role: 'alert' }, visible(text)));
  }

  #toggle(panel: HTMLElement, control: HTMLElement, open = panel.hidden): void {
    for (const [each, toggle] of [
      [this.#start, this.#startToggle],
      [this.#take, this.#takeToggle],
    ] as const) {
      each.hidden = each === panel ? !open : true;
      toggle.setAttribute('aria-expanded', each.hidden ? 'false' : 'true');
    }
    if (open) panel.querySelector<HTMLElement>('input, button')?.focus();
    else control.focus();
  }

  #toggleCompare(): void {
    this.#otherPart.hidden = !this.#otherPart.hidden;
    this.#compare.setAttribute('aria-expanded', this.#otherPart.hidden ? 'false' : 'true');
    this.#list.changesFirst = !this.#otherPart.hidden;
    if (!this.#otherPart.hidden) this.#other.querySelector('textarea')?.focus();
  }

  #key(event: KeyboardEvent): void {
    // In a text, these keys belong to the text.
    if (
      !(event.ctrlKey || event.metaKey) ||
      (event.target as Element).closest('input, textarea, select, .code-host')
    )
      return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    this.#step(key === 'y' || event.shiftKey ? 'redo' : 'undo');
  }
}

define('policy-simulator', PolicySimulator);
