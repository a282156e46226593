import { button, h } from '../../client/dom.ts';
import { visible } from '../../views/text.ts';
import type { History } from '../history.ts';
import type { Report } from '../service.ts';
import type { Workspace } from '../workspace.ts';
import { CallForm } from './call-form.ts';
import { CallList } from './call-list.ts';
import { Comparing } from './comparing.ts';
import { type Drawer, Drawers } from './drawers.ts';
import { layout } from './layout.ts';
import { PolicyEditor } from './policy-editor.ts';
import { statusText, tallyText } from './report-text.ts';
import { SessionChart } from './session-chart.ts';
import { SessionClock } from './session-clock.ts';
import type { StepDirection } from './step-key.ts';

/** What the buttons of the simulator do. */
export interface ScreenActs {
  step(direction: StepDirection): void;
  clear(): void;
  swap(): void;
  same(): void;
}

/** The parts of the simulator on the page, and what they show of a workspace and of its report. */
export class Screen {
  readonly notice = h('div', { class: 'notice', hidden: true });
  readonly editor = new PolicyEditor();
  readonly list = new CallList();
  readonly other: Comparing;
  readonly drawers = new Drawers();
  readonly #acts: ScreenActs;
  readonly #title = h('p', { class: 'session-title' });
  readonly #status = h('p', { class: 'status small' });
  readonly #tally = h('p', { class: 'tally' });
  readonly #form = new CallForm();
  readonly #clock = new SessionClock();
  readonly #chart = new SessionChart();
  readonly #undo = button('Undo', () => this.#acts.step('undo'));
  readonly #redo = button('Redo', () => this.#acts.step('redo'));

  constructor(acts: ScreenActs) {
    this.#acts = acts;
    this.editor.setAttribute('label', 'The policy');
    const toggled = (open: boolean) => {
      this.list.changesFirst = open;
    };
    this.other = new Comparing({ swap: acts.swap, same: acts.same, toggled });
  }

  /** All of it, to be put on the page; `said` is what a screen reader is told. */
  parts(start: Drawer, take: Drawer, said: HTMLElement): HTMLElement[] {
    return layout({
      title: this.#title,
      buttons: [
        this.drawers.add('Start from …', start),
        this.drawers.add('Take away …', take),
        this.#undo,
        this.#redo,
        button('Clear', () => this.#acts.clear()),
      ],
      notice: this.notice,
      drawers: [start.element, take.element],
      status: this.#status,
      editor: this.editor,
      compare: this.other.button,
      comparison: this.other.element,
      clock: this.#clock,
      form: this.#form,
      tally: this.#tally,
      chart: this.#chart,
      list: this.list,
      said,
    });
  }

  /** Shows what a workspace is, before anything is decided. */
  show({ title, policy, base, clock, tools }: Workspace, { canUndo, canRedo }: History<Workspace>): void {
    this.#title.textContent = visible(title);
    this.editor.text = policy;
    this.other.editor.text = base;
    for (const each of [this.editor, this.other.editor, this.#form]) each.tools = tools;
    this.#clock.at = clock;
    this.#undo.disabled = !canUndo;
    this.#redo.disabled = !canRedo;
  }

  /** Shows what was decided. */
  draw(workspace: Workspace, report: Report): void {
    this.editor.marks = report.marks;
    this.other.editor.marks = report.baseMarks;
    this.#status.textContent = statusText(report);
    this.#status.classList.toggle('fault', !report.ok);
    this.#tally.textContent = tallyText(report);
    if (report.picture) this.#chart.show(report.picture, workspace.clock);
    this.list.show(workspace, report);
  }

  /** Tells what went wrong. */
  tell(text: string): void {
    this.notice.hidden = false;
    this.notice.replaceChildren(h('p', { role: 'alert' }, visible(text)));
  }
}
