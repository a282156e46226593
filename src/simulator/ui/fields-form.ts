import { h } from '../../client/dom.ts';
import { visible } from '../../views/text.ts';
import { type Field, fieldsOf, fieldText, readField } from '../fields.ts';
import { isObject, isTooDeep } from '../start/plain-json.ts';
import { type Args, BOUNDS } from '../workspace.ts';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

let made = 0;

const KIND_WORDS: Record<Field['kind'], string> = {
  text: 'text',
  number: 'number',
  integer: 'whole number',
  boolean: 'true or false',
  choice: 'one of a list',
  json: 'JSON',
};

const option = (value: string, text: string, chosen: string) =>
  h('option', { value, selected: value === chosen }, text);

function controlOf(field: Field, id: string, text: string): Control {
  const props = {
    id,
    'aria-describedby': `${id}-fault`,
    'aria-required': field.required ? 'true' : undefined,
  };
  if (field.kind === 'boolean')
    return h(
      'select',
      props,
      ...['', 'true', 'false'].map((value) => option(value, value || 'left out', text)),
    );
  if (field.kind === 'choice')
    return h(
      'select',
      props,
      option('', 'left out', text),
      ...field.values.map((value, index) =>
        option(
          String(index),
          visible(String(typeof value === 'string' ? value : JSON.stringify(value))),
          text,
        ),
      ),
    );
  if (field.kind === 'json') {
    const area = h('textarea', { ...props, rows: 2, spellcheck: 'false' });
    area.value = text;
    return area;
  }
  const numeric = field.kind === 'number' || field.kind === 'integer';
  const input = h('input', {
    ...props,
    type: 'text',
    inputmode: numeric ? 'decimal' : undefined,
    autocomplete: 'off',
    spellcheck: 'false',
  });
  input.value = text;
  return input;
}

interface Row {
  field: Field;
  control: Control;
  fault: HTMLElement;
}

function rowOf(field: Field, value: unknown): { row: Row; element: HTMLElement } {
  made += 1;
  const id = `field-${made}`;
  const control = controlOf(field, id, fieldText(field, value));
  const fault = h('span', { id: `${id}-fault`, class: 'fault' });
  const element = h(
    'div',
    { class: 'field' },
    h(
      'label',
      { for: id },
      h('code', {}, visible(field.name)),
      h('span', { class: 'soft small' }, ` ${KIND_WORDS[field.kind]}${field.required ? ', required' : ''}`),
    ),
    control,
    fault,
  );
  return { row: { field, control, fault }, element };
}

const JSON_FIELD: Field = { name: 'arguments', kind: 'json', required: false, values: [] };

/** The fields for the arguments of one tool: made from its schema, or one for JSON. */
export class FieldsForm {
  readonly element = h('div', { class: 'fields' });
  #rows: Row[] = [];
  #asJson = false;
  #schema: unknown;

  constructor(schema: unknown, args: Args) {
    this.#schema = schema;
    this.#build(args);
  }

  /** The arguments as they are written, or nothing where a field does not fit; the field then says why. */
  read(): Args | undefined {
    const found = this.#asJson ? this.#readJson() : this.#readFields();
    if (!found) this.element.querySelector<HTMLElement>('[aria-invalid]')?.focus();
    return found;
  }

  /** Whether the arguments are written as JSON; a schema without fields knows nothing else. */
  get asJson(): boolean {
    return this.#asJson;
  }

  toggle(): void {
    const args = this.read();
    if (!args) return;
    this.#asJson = !this.#asJson;
    this.#build(args);
  }

  get canToggle(): boolean {
    return fieldsOf(this.#schema) !== undefined;
  }

  #build(args: Args): void {
    const fields = fieldsOf(this.#schema);
    // What no field is made for would be lost.
    const lost = fields && Object.keys(args).some((name) => !fields.some((field) => field.name === name));
    this.#asJson ||= !fields || lost === true;
    const own = (name: string) => (Object.hasOwn(args, name) ? args[name] : undefined);
    const shown = this.#asJson || !fields ? [JSON_FIELD] : fields;
    const rows = shown.map((field) =>
      rowOf(field, this.#asJson ? args : (own(field.name) ?? (field.required ? undefined : field.start))),
    );
    this.#rows = rows.map(({ row }) => row);
    this.element.replaceChildren(...rows.map(({ element }) => element));
  }

  #readFields(): Args | undefined {
    const pairs: [string, unknown][] = [];
    let good = true;
    for (const row of this.#rows) {
      const written = readField(row.field, row.control.value);
      this.#tell(row, 'fault' in written ? written.fault : '');
      if ('fault' in written) good = false;
      else if ('value' in written) pairs.push([row.field.name, written.value]);
    }
    return good ? Object.fromEntries(pairs) : undefined;
  }

  #readJson(): Args | undefined {
    const [row] = this.#rows;
    if (!row) return {};
    const written = readField(row.field, row.control.value.trim() || '{}');
    const value = 'value' in written ? written.value : undefined;
    const good = isObject(value) && !isTooDeep(value);
    this.#tell(
      row,
      good ? '' : `Write a JSON object, at most ${BOUNDS.depth} levels deep, such as {"amount": 1}.`,
    );
    return good ? value : undefined;
  }

  #tell({ control, fault }: Row, text: string): void {
    fault.textContent = text;
    if (text) control.setAttribute('aria-invalid', 'true');
    else control.removeAttribute('aria-invalid');
  }
}
