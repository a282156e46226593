/** What the keys do on a row of the list of calls. */
export interface RowKeys {
  move(entry: number, by: 1 | -1): void;
  remove(entry: number): void;
  repeat(entry: number): void;
}

/** Does what a key says, on the row that has the focus: move the focus or the call, repeat it, delete it. */
export function rowKey(list: HTMLElement, event: KeyboardEvent, { move, remove, repeat }: RowKeys): void {
  const row = (event.target as HTMLElement).closest<HTMLElement>('.call-main');
  if (!row || event.ctrlKey || event.metaKey) return;
  const entry = Number(row.parentElement?.dataset.entry);
  const rows = [...list.querySelectorAll<HTMLElement>('.call-main')];
  const beside = (by: number) => rows[rows.indexOf(row) + by]?.focus();
  const does: Record<string, () => void> = {
    ArrowDown: () => (event.altKey ? move(entry, 1) : beside(1)),
    ArrowUp: () => (event.altKey ? move(entry, -1) : beside(-1)),
    Home: () => rows[0]?.focus(),
    End: () => rows.at(-1)?.focus(),
    Delete: () => remove(entry),
    r: () => repeat(entry),
  };
  const action = does[event.key];
  if (!action) return;
  event.preventDefault();
  action();
}
