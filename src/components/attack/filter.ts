/** The choices of the form, as they stand in the address: several values of one name are parted by commas. */
type Choices = Map<string, string[]>;

const choicesOf = (query: URLSearchParams): Choices =>
  new Map([...query].map(([name, value]) => [name, value.split(',').filter(Boolean)]));

const wordsOf = (text: string) => text.toLowerCase().split(/\s+/).filter(Boolean);

/** Whether a row has, for each name, one of the chosen values, and every word of the text. */
function shows(row: HTMLElement, choices: Choices): boolean {
  const facets = new Set(row.dataset.facets?.split(' '));
  const text = row.textContent?.toLowerCase() ?? '';
  return [...choices].every(([name, values]) =>
    name === 'q'
      ? wordsOf(values.join(' ')).every((word) => text.includes(word))
      : values.length === 0 || values.some((value) => facets.has(value)),
  );
}

/** Filters the rows of the table inside it, and keeps the choices in the address. */
class AttackFilter extends HTMLElement {
  get form() {
    return this.querySelector('form') as HTMLFormElement;
  }

  connectedCallback(): void {
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-filter]'))
      link.href = `?${link.dataset.filter}#list`;
    this.form.addEventListener('submit', (event) => event.preventDefault());
    this.form.addEventListener('input', () => this.choose());
    this.form.addEventListener('reset', (event) => this.clear(event));
    this.read();
  }

  /** Takes the choices from the address; a value of several is offered as a choice of its own. */
  read(): void {
    const query = new URLSearchParams(location.search);
    for (const [name, value] of query) {
      const field = this.form.elements.namedItem(name);
      if (field instanceof HTMLSelectElement) this.select(field, value);
      if (field instanceof HTMLInputElement) field.value = value;
    }
    this.show(choicesOf(query));
  }

  /** The form would go back to what the browser restored into it; an emptied one has no choice at all. */
  clear(event: Event): void {
    event.preventDefault();
    for (const field of this.form.elements)
      if (field instanceof HTMLSelectElement || field instanceof HTMLInputElement) field.value = '';
    this.choose();
  }

  select(field: HTMLSelectElement, value: string): void {
    const known = [...field.options].map((option) => option.value);
    const values = value.split(',').filter((each) => known.includes(each));
    if (values.length > 1) field.add(new Option(`Any of ${values.length}`, values.join(',')));
    field.value = values.join(',');
  }

  /** Puts the choices into the address and shows what they leave. */
  choose(): void {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(this.form)) if (value) query.set(name, String(value));
    // A comma needs no escape in a query, and the address is read by people.
    const text = query.toString().replaceAll('%2C', ',');
    history.replaceState(null, '', text ? `?${text}` : location.pathname);
    this.show(choicesOf(query));
  }

  show(choices: Choices): void {
    const rows = [...this.querySelectorAll<HTMLElement>('tr[data-facets]')];
    for (const row of rows) row.hidden = !shows(row, choices);
    const shown = rows.filter((row) => !row.hidden).length;
    const status = this.querySelector('[role="status"]');
    if (status) status.textContent = `${shown} of ${rows.length} attacks`;
  }
}

customElements.define('attack-filter', AttackFilter);
