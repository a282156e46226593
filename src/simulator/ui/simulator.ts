import { define, hear } from '../../client/dom.ts';
import { type Action, reduce } from '../actions.ts';
import { EXAMPLE } from '../example.ts';
import { History } from '../history.ts';
import type { Report } from '../service.ts';
import { applied } from '../start/offer.ts';
import type { Saved } from '../take/saved.ts';
import { callCount, EMPTY, entryOf, type Workspace } from '../workspace.ts';
import { openAddress } from './address.ts';
import type { Attacks } from './attack-way.ts';
import { CALL_MADE, type CallMade } from './call-form.ts';
import { EXPLAIN, type Explain } from './call-list.ts';
import { SHOW_OTHER, SHOW_PLACE } from './explanation.ts';
import { startDrawer, takeDrawer } from './panels.ts';
import { EDITED, EDITOR_OPENED } from './policy-editor.ts';
import { Runner } from './runner.ts';
import { Screen } from './screen.ts';
import { DO } from './session-clock.ts';
import { addSimulatorStyles } from './simulator-style.ts';
import { STARTED, type Started } from './started.ts';
import { type StepDirection, stepOf } from './step-key.ts';
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

  #voice = new Voice();
  #start = startDrawer(this.#runner.service, () => this.#attacks);
  #take = takeDrawer(this.#runner.service, () => this.#now);
  #screen = new Screen({
    step: (direction) => this.#step(direction),
    clear: () => this.#clear(),
    swap: () => this.#do({ do: 'swap' }),
    same: () => this.#do({ do: 'base', text: this.#now.policy }),
  });

  connectedCallback(): void {
    if (this.dataset.ready !== undefined) return;
    this.dataset.ready = '';
    addSimulatorStyles();
    this.#prepare();
    this.replaceChildren(...this.#screen.parts(this.#start, this.#take, this.#voice.element));
    this.#listen();
    this.#open();
  }

  get #now(): Workspace {
    return this.#history.now;
  }

  #prepare(): void {
    const attacks = [...this.querySelectorAll<HTMLOptionElement>('option[data-attack]')];
    this.#attacks = attacks.map(({ value, textContent }) => [value, textContent ?? ''] as const);
    for (const { policy } of [EXAMPLE, EMPTY]) this.#runner.trust(policy);
  }

  #listen(): void {
    const { editor, other } = this.#screen;
    hear<Action>(this, DO, (action) => this.#do(action));
    hear<CallMade>(this, CALL_MADE, (call) => this.#call(call));
    hear<string>(editor, EDITED, (text) => this.#edited({ do: 'policy', text }));
    hear<string>(other.editor, EDITED, (text) => this.#edited({ do: 'base', text }));
    hear(this, EDITOR_OPENED, () => {
      this.#runner.careful = true;
      this.#run();
    });
    hear<Explain>(this, EXPLAIN, (asked) => this.#explain(asked));
    hear<string>(this, SHOW_PLACE, (pointer) => editor.show(pointer));
    hear<string>(this, SHOW_OTHER, (pointer) => other.show(pointer));
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
      else this.#screen.tell(`The session that this browser kept cannot be read. ${found.fault}`);
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
        await restored(hash, this.#runner.service, this.#screen.notice, (found) => this.#replace(found));
      },
      panel: () => {
        this.#screen.drawers.toggle(this.#start, true);
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
    this.#screen.drawers.toggle(this.#start, false);
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

  #step(direction: StepDirection): void {
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
    this.#screen.show(this.#now, this.#history);
    this.dataset.calls = String(callCount(this.#now.entries));
    this.#run();
  }

  async #run(): Promise<void> {
    const workspace = this.#now;
    this.dataset.state = 'running';
    const report = await this.#runner
      .run(workspace)
      .catch((error: Error) => this.#screen.tell(error.message));
    if (!report || workspace !== this.#now) return;
    this.#draw(workspace, report);
    this.dataset.state = 'done';
    // What was cleared must not come back by itself.
    this.#voice.decided(workspace, report, () => workspace !== EMPTY && keep(workspace, report));
  }

  #draw(workspace: Workspace, report: Report): void {
    this.#valid = report.ok;
    this.#screen.draw(workspace, report);
    const made = workspace.entries[this.#made ?? -1];
    if (made) this.#screen.list.open(this.#made as number, made.times - 1);
    this.#made = undefined;
  }

  async #explain(asked: Explain): Promise<void> {
    this.#asked = asked;
    const [details, other] = await this.#runner.explain(asked);
    if (asked !== this.#asked) return;
    this.#screen.list.explain(asked, details, other);
    // A text with faults is another than the one that decided.
    this.#screen.editor.light((this.#valid && details?.told.pointer) || undefined);
  }

  #key(event: KeyboardEvent): void {
    const direction = stepOf(event);
    if (!direction) return;
    event.preventDefault();
    this.#step(direction);
  }
}

define('policy-simulator', PolicySimulator);
