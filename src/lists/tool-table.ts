import { plural } from '../views/words.ts';
import { putIntoAddress, stateIn, takeFromAddress } from './form-state.ts';
import { hasWords, inOrder, orderOf, pressed, sortOf, type TableRow, toldOrder } from './table-rows.ts';

type Row = TableRow & { row: HTMLTableRowElement };

/**
 * `<tool-table>`: the table inside it can be filtered by the form before it and sorted by the heads of its
 * columns, each with its key in `data-column`. The state stands in the address. The markup stands in
 * `components/server-tools/ServerTools.astro`.
 */
export class ToolTable extends HTMLElement {
  #rows: Row[] = [];

  connectedCallback(): void {
    if (this.#rows.length) return;
    this.#rows = [...this.#body.rows].map((row, place) => ({ row, place, cells: this.#cellsOf(row) }));
    this.#form.addEventListener('input', () => this.#change());
    this.#form.addEventListener('submit', (event) => event.preventDefault());
    takeFromAddress(this.#form);
    // What was chosen before the script came counts too.
    if (Object.keys(stateIn(this.#form)).length) this.#change();
  }

  /** Sorts by a column, or turns its order. */
  sort(column: string): void {
    const field = this.#form.elements.namedItem('sort') as HTMLInputElement;
    field.value = sortOf(pressed(orderOf(field.value), column));
    this.#change();
  }

  get #form(): HTMLFormElement {
    return this.querySelector('form') as HTMLFormElement;
  }

  get #body(): HTMLTableSectionElement {
    return this.querySelector('tbody') as HTMLTableSectionElement;
  }

  get #heads(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-column]')];
  }

  #cellsOf(row: HTMLTableRowElement): Record<string, string> {
    const texts = this.#heads.map(({ dataset }, place) => [
      dataset.column,
      row.cells[place]?.textContent ?? '',
    ]);
    return Object.fromEntries(texts);
  }

  #change(): void {
    putIntoAddress(this.#form);
    this.#show();
  }

  #show(): void {
    const { filter = '', category, sort = '' } = stateIn(this.#form);
    for (const { row, ...each } of this.#rows)
      row.hidden = !hasWords(each, filter) || (category !== undefined && each.cells.category !== category);
    this.#body.append(...inOrder(this.#rows, orderOf(sort)).map(({ row }) => row));
    this.#tellOrder(sort);
    const shown = this.#rows.filter(({ row }) => !row.hidden).length;
    const status = this.querySelector('[role=status]');
    if (status)
      status.textContent = `${shown} of ${plural(this.#rows.length, 'tool')}, ${toldOrder(orderOf(sort))}`;
  }

  #tellOrder(sort: string): void {
    const { column, down } = orderOf(sort);
    for (const head of this.#heads)
      if (head.dataset.column === column) head.ariaSort = down ? 'descending' : 'ascending';
      else head.removeAttribute('aria-sort');
  }
}

customElements.define('tool-table', ToolTable);

/** Does what a press on the head of a column asks for. */
export const sortBy = (button: HTMLElement): void =>
  button
    .closest<ToolTable>('tool-table')
    ?.sort(button.closest<HTMLElement>('[data-column]')?.dataset.column ?? '');
