/** Rows that are shown at first, and how many more each time. */
const STEP = 100;
/** No list shows more than this: a page of more rows takes seconds to draw, and nobody reads so far. */
const MOST = 5000;

/** How many rows the field `rows` of an address asks for: whole steps, the first one at least. */
export function rowsOf(field: string | undefined): number {
  const steps = Math.ceil(Number(field) / STEP) || 1;
  return Math.min(MOST, Math.max(1, steps) * STEP);
}

/** Whether a list that shows so many rows of all has more to show. */
export const hasMore = (shown: number, all: number): boolean => shown < Math.min(all, MOST);

/** The field with one step more. */
export const furtherRows = (field: string | undefined): string => String(rowsOf(field) + STEP);
