/** A row of a table, as it is filtered and sorted. */
export interface TableRow {
  /** The text of the cell of each column, by the column's key. */
  cells: Record<string, string>;
  /** Its place when the page came. */
  place: number;
}

/** The column whose order is that of the page itself: down is riskiest first. */
const OWN = 'risk';

/** A column and a direction as the address has them: `name`, `-name`; the page's own order is empty. */
export interface Order {
  column: string;
  down: boolean;
}

export const orderOf = (sort: string): Order =>
  sort ? { column: sort.replace(/^-/, ''), down: sort.startsWith('-') } : { column: OWN, down: true };

export const sortOf = ({ column, down }: Order): string =>
  column === OWN && down ? '' : `${down ? '-' : ''}${column}`;

/** What a press on the head of a column leads to: the other direction, or the first of a new column. */
export const pressed = (now: Order, column: string): Order =>
  now.column === column ? { column, down: !now.down } : { column, down: column === OWN };

/** An order in words, for the line over the table. */
export const toldOrder = ({ column, down }: Order): string =>
  column === OWN ? `riskiest ${down ? 'first' : 'last'}` : `by ${column}${down ? ', from the end' : ''}`;

const collator = new Intl.Collator('en', { numeric: true });

/** The rows in an order; rows that are alike in the column keep that of the page. */
export function inOrder<T extends TableRow>(rows: readonly T[], { column, down }: Order): T[] {
  const compare = (a: T, b: T) =>
    column === OWN ? b.place - a.place : collator.compare(a.cells[column] ?? '', b.cells[column] ?? '');
  const sign = down ? -1 : 1;
  return rows.toSorted((a, b) => sign * compare(a, b) || a.place - b.place);
}

const plain = (text: string) => text.toLowerCase().replace(/[\s_.-]+/g, '');

/** Whether a row has every word of a text, whatever its separators. */
export function hasWords({ cells }: TableRow, text: string): boolean {
  const all = Object.values(cells).map(plain).join(' ');
  return text.split(/\s+/).every((word) => all.includes(plain(word)));
}
