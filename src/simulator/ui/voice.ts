import { h } from '../../client/dom.ts';
import { visible } from '../../views/text.ts';
import type { Report } from '../service.ts';
import { verdictAt } from '../verdict.ts';
import { plural, saidOf } from '../words.ts';
import type { Workspace } from '../workspace.ts';
import { statusText, tallyText } from './report-text.ts';

/** What is to be told once it is decided: what a change of the policy changed, or what became of an entry. */
export type Topic = 'changes' | { entry: number };

/** When the typing rests, in milliseconds: only then is it told what has changed. */
const REST = 700;

/** Tells a screen reader what happens. */
export class Voice {
  readonly element = h('p', { class: 'unseen', role: 'status' });
  #topic: Topic | undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;

  say(text: string): void {
    this.element.textContent = visible(text);
  }

  /** Tells about this as soon as it is decided. */
  about(topic: Topic): void {
    // What was decided before has not rested: this follows it.
    clearTimeout(this.#resting);
    this.#topic = topic;
  }

  /** Something is decided. `rested` is called when nothing follows for a moment. */
  decided(workspace: Workspace, report: Report, rested: () => void): void {
    clearTimeout(this.#resting);
    const topic = this.#topic;
    if (typeof topic === 'object') this.#sayEntry(topic.entry, workspace, report);
    this.#resting = setTimeout(() => {
      if (topic === 'changes') this.say(`${statusText(report)} ${tallyText(report)}`);
      this.#topic = undefined;
      rested();
    }, REST);
  }

  #sayEntry(entry: number, { entries }: Workspace, { run }: Report): void {
    const one = entries[entry];
    this.#topic = undefined;
    if (!one || !run) return;
    const verdict = saidOf(one.tool, verdictAt(run, (run.first[entry + 1] as number) - 1));
    this.say(one.times > 1 ? `${plural(one.times, 'call')}. The last: ${verdict}` : verdict);
  }
}
