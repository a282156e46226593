import { compile, explain, loadRegex, memoryState, type PolicyDocument } from '../../policy/engine.ts';
import type { Explanation } from '../../policy/explain.ts';
import { routes } from '../../routes.ts';
import { nextWindow, timeText } from '../clock.ts';
import { make, type Table } from '../run.ts';
import { linesOf, spanOf, spansOf } from '../spans.ts';
import { verdictOf } from '../verdict.ts';
import { plural, saidOf } from '../words.ts';
import { type Args, type Entry, endOf, entryOf, type KnownTool, START, timeOf } from '../workspace.ts';
import { CALL_MADE, type CallForm, type CallMade } from './call-form.ts';
import './call-form.ts';
import { button, define, h, hear } from '../../client/dom.ts';
import { explanation, SHOW_PLACE } from './explanation.ts';
import { lightUp } from './light.ts';
import { outcomeMark } from './outcome.ts';
import { addStyles } from './style.ts';

/** What a panel on a tool page works with. */
interface Given {
  tool: KnownTool;
  document: PolicyDocument;
  /** The text of the document on the page. */
  pre: HTMLElement;
  /** The address of the same tool in the simulator. */
  more: string;
}

/** `<tool-simulator>`: calls of one tool against the policy that stands on its page. */
export class ToolSimulator extends HTMLElement {
  #given: Given | undefined;
  #table: Table | undefined;
  #clock = START;
  #made = { allow: 0, deny: 0, ask: 0 };
  readonly #out = h('div', { class: 'out', 'aria-live': 'polite' });
  readonly #time = h('p', { class: 'small soft' });

  async open(given: Given): Promise<void> {
    this.#given = given;
    const { document, tool } = given;
    const policy = compile(document, await loadRegex(document));
    this.#table = { policy, state: memoryState() };
    const form = globalThis.document.createElement('call-form') as CallForm;
    form.dataset.fixed = '';
    form.tools = [tool];
    hear<CallMade>(form, CALL_MADE, (call) => this.#call(call));
    hear<string>(this, SHOW_PLACE, (pointer) => this.#light(pointer));
    const later = h(
      'div',
      { class: 'row' },
      button('Start over', () => void this.#restart()),
      button('A minute later', () => this.#wait()),
    );
    this.replaceChildren(
      form,
      this.#out,
      this.#time,
      later,
      h(
        'p',
        { class: 'small' },
        h('a', { href: given.more }, 'Open it in the simulator'),
        ': a whole session, with your own policy.',
      ),
    );
    this.#tellTime();
    form.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }

  #restart(): void {
    if (!this.#table) return;
    this.#table = { ...this.#table, state: memoryState() };
    this.#clock = START;
    this.#made = { allow: 0, deny: 0, ask: 0 };
    this.#out.replaceChildren();
    this.#light(undefined);
    this.#tellTime();
  }

  #wait(): void {
    this.#clock = nextWindow(this.#clock, 'minute');
    this.#tellTime();
  }

  #tellTime(): void {
    const { allow, deny, ask } = this.#made;
    const calls = allow + deny + ask;
    const told = calls
      ? ` ${plural(calls, 'call')} so far: ${allow} allowed, ${deny} denied, ${ask} held.`
      : '';
    this.#time.textContent = `The clock of this session: ${timeText(this.#clock)}.${told}`;
  }

  #call({ tool, args, ...more }: CallMade): void {
    const { times } = more;
    const entry = entryOf(tool, args as Args, this.#clock, more);
    const runs = this.#make(entry);
    this.#clock = endOf(entry);
    this.#tellTime();
    const last = runs.at(-1);
    if (!last) return;
    this.#out.replaceChildren(
      h('p', { class: 'unseen' }, saidOf(tool, verdictOf(last.told))),
      ...(runs.length > 1 || times > 1 ? [this.#runs(runs)] : []),
      explanation(last, timeOf(entry, times - 1)),
      ...(last.told.outcome === 'ask' ? [this.#grant({ tool, args, ...more })] : []),
    );
    this.#light(last.told.pointer || undefined);
  }

  /** A person grants exactly this call, and it is made again. */
  #grant(call: CallMade): HTMLElement {
    return button('Grant it, and call again', () =>
      this.#call({ ...call, times: 1, over: 0, approval: 'granted' }),
    );
  }

  /** Makes the calls; of those alike that follow each other the last is told. */
  #make(entry: Entry): { told: Explanation; count: number }[] {
    const runs: { told: Explanation; count: number }[] = [];
    for (let each = 0; each < entry.times; each += 1) {
      const call = { tool: entry.tool, args: entry.args, grant: entry.grant, at: timeOf(entry, each) };
      const told = make(this.#table as Table, entry, call, explain).at(-1) as Explanation;
      this.#made[told.outcome] += 1;
      const last = runs.at(-1);
      if (last && last.told.outcome === told.outcome && last.told.rule === told.rule)
        runs[runs.length - 1] = { told, count: last.count + 1 };
      else runs.push({ told, count: 1 });
    }
    return runs;
  }

  #runs(runs: readonly { told: Explanation; count: number }[]): HTMLElement {
    const shown = runs.slice(0, MOST_RUNS);
    const rows = shown.map(({ told, count }) =>
      h('li', {}, `${plural(count, 'call')}: `, outcomeMark(told.outcome)),
    );
    const more = runs.length - shown.length;
    return h('ol', { class: 'runs' }, ...rows, more > 0 && h('li', {}, `and ${plural(more, 'change')} more`));
  }

  #light(pointer: string | undefined): void {
    const pre = this.#given?.pre;
    const text = pre?.textContent ?? '';
    const lines = pointer === undefined ? [] : linesOf(text, spanOf(spansOf(text), pointer));
    if (pre) lightUp(pre, lines);
  }
}

/** Changes between outcomes that are listed. */
const MOST_RUNS = 6;

define('tool-simulator', ToolSimulator);

/** What the data of the server says of a tool; without it the arguments are written as JSON. */
async function toolOf(server: string, name: string): Promise<KnownTool> {
  try {
    const response = await fetch(routes.serverJson(server));
    const { tools } = (await response.json()) as { tools: KnownTool[] };
    return tools.find((tool) => tool.name === name) ?? { name };
  } catch {
    return { name };
  }
}

/** Puts a panel in the place of the button that asked for it, for the policy that stands before the button. */
export async function openPanel(asked: HTMLElement): Promise<void> {
  const figure = [...document.querySelectorAll('figure:has(> pre)')].findLast(
    (each) => each.compareDocumentPosition(asked) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const pre = figure?.querySelector('pre');
  if (!pre) return;
  asked.setAttribute('disabled', '');
  addStyles();
  const policy = JSON.parse(pre.textContent ?? '') as PolicyDocument;
  const [name = ''] = Object.keys(policy.tools ?? {});
  const [, , server = '', slug = ''] = location.pathname.split('/');
  const panel = new ToolSimulator();
  await panel.open({
    tool: await toolOf(server, name),
    document: policy,
    pre,
    more: routes.simulate('tool', `${server}/${slug}`),
  });
  asked.replaceWith(panel);
  panel.querySelector<HTMLElement>('input, select, textarea')?.focus();
}
