import { button, define, h, send } from '../../client/dom.ts';
import { sampleArgs } from '../fields.ts';
import { type Args, BOUNDS, type Entry, GRANT, type KnownTool } from '../workspace.ts';
import { FieldsForm } from './fields-form.ts';

/** A call was written and is to be made; the detail is an entry without its time. */
export const CALL_MADE = 'call-made';
export type CallMade = Pick<Entry, 'tool' | 'args' | 'grant' | 'times' | 'over'> & Partial<Entry>;

/** Names offered while typing; a browser takes no more in a list. */
const OFFERED = 500;
const UNITS = { second: 1000, minute: 60_000, hour: 3_600_000, day: 86_400_000 };

let made = 0;

const labelled = (text: string, control: HTMLElement, className = ''): HTMLElement =>
  h('label', { class: className }, h('span', {}, text), control);

/**
 * `<call-form>`: the form for a call of a tool. With `fixed` its tool cannot be chosen. Sends `call-made`.
 */
export class CallForm extends HTMLElement {
  #tools: readonly KnownTool[] = [];
  #fields: FieldsForm | undefined;
  #tool = h('input', {
    type: 'text',
    class: 'tool-name',
    autocomplete: 'off',
    spellcheck: 'false',
    maxlength: BOUNDS.name,
  });
  #grant = h('input', { type: 'text', value: GRANT, autocomplete: 'off', maxlength: BOUNDS.name });
  #times = h('input', { type: 'number', min: 1, max: BOUNDS.calls, value: 31, class: 'short' });
  #over = h('input', { type: 'number', min: 0, value: 1, class: 'short' });
  #unit = h(
    'select',
    {},
    ...Object.keys(UNITS).map((unit) => h('option', { value: unit, selected: unit === 'minute' }, unit)),
  );
  #upstream = h(
    'select',
    {},
    h('option', { value: '' }, 'it succeeds'),
    h('option', { value: 'failed' }, 'it fails upstream'),
  );
  #slot = h('div');
  #toggle = button('Write the arguments as JSON', () => this.#toggleJson(), { class: 'plain' });

  /** The tools that can be called, with their schemas. */
  set tools(tools: readonly KnownTool[]) {
    if (tools === this.#tools) return;
    this.#tools = tools;
    if (this.isConnected) this.#offer();
    if (!tools.some(({ name }) => name === this.#tool.value)) this.#choose(tools[0]?.name ?? '');
  }

  /** Shows a call to be changed. */
  edit(entry: Entry, tools: readonly KnownTool[]): void {
    this.dataset.edit = '';
    this.#tools = tools;
    this.#choose(entry.tool, entry.args);
    this.#grant.value = entry.grant;
    this.#times.value = String(entry.times);
    const unit = Object.entries(UNITS).findLast(
      ([, length]) => entry.over >= length && entry.over % length === 0,
    ) ?? ['second', 1000];
    this.#over.value = String(entry.over / (unit[1] as number));
    this.#unit.value = unit[0] as string;
    this.#upstream.value = entry.upstream ?? '';
  }

  connectedCallback(): void {
    if (this.childElementCount) return;
    this.replaceChildren(this.#form());
    this.#offer();
    this.#tool.addEventListener('change', () => this.#choose(this.#tool.value));
    if (!this.#fields) this.#choose(this.#tools[0]?.name ?? '');
  }

  #form(): HTMLFormElement {
    const editing = this.dataset.edit !== undefined;
    const submit = (event: Event) => {
      event.preventDefault();
      if (editing) this.#many();
      else this.#send(1, 0);
    };
    const count = h(
      'span',
      { class: 'many' },
      labelled('Times', this.#times),
      labelled('over', this.#over),
      labelled('unit', this.#unit, 'unit'),
      !editing && button('Call many times', () => this.#many(), { class: 'many-go' }),
    );
    return h(
      'form',
      { submit, class: 'call-form' },
      this.dataset.fixed === undefined && labelled('Tool', this.#tool, 'wide'),
      this.#slot,
      h(
        'div',
        { class: 'more' },
        this.#toggle,
        h(
          'details',
          { open: editing },
          h('summary', {}, 'Who calls, and what comes of it'),
          h('div', { class: 'row' }, labelled('Caller', this.#grant), labelled('If allowed', this.#upstream)),
        ),
      ),
      h(
        'div',
        { class: 'row' },
        editing && count,
        h('button', { type: 'submit', class: 'primary' }, editing ? 'Save' : 'Call'),
        !editing && count,
      ),
    );
  }

  #offer(): void {
    made += 1;
    const id = `tools-${made}`;
    this.#tool.setAttribute('list', id);
    const options = this.#tools.slice(0, OFFERED).map(({ name }) => h('option', { value: name }));
    this.querySelector('datalist')?.remove();
    this.append(h('datalist', { id }, ...options));
  }

  #choose(tool: string, args?: Args): void {
    this.#tool.value = tool;
    const schema = this.#tools.find(({ name }) => name === tool)?.inputSchema;
    this.#fields = new FieldsForm(schema, args ?? sampleArgs(schema));
    this.#slot.replaceChildren(this.#fields.element);
    this.#showToggle();
  }

  #showToggle(): void {
    this.#toggle.hidden = !this.#fields?.canToggle;
    this.#toggle.textContent = this.#fields?.asJson
      ? 'Fill in fields instead'
      : 'Write the arguments as JSON';
  }

  #toggleJson(): void {
    this.#fields?.toggle();
    this.#showToggle();
  }

  #many(): void {
    const times = Math.floor(this.#times.valueAsNumber);
    const over = Math.round(this.#over.valueAsNumber * UNITS[this.#unit.value as keyof typeof UNITS]);
    if (!this.#times.reportValidity() || !this.#over.reportValidity()) return;
    if (times >= 1 && over >= 0) this.#send(times, over);
  }

  #send(times: number, over: number): void {
    const args = this.#fields?.read();
    const tool = this.#tool.value;
    if (!args || !tool) return;
    const upstream = this.#upstream.value === 'failed' ? ({ upstream: 'failed' } as const) : {};
    send<CallMade>(this, CALL_MADE, {
      tool,
      args,
      grant: this.#grant.value || GRANT,
      times,
      over,
      ...upstream,
    });
  }
}

define('call-form', CallForm);
