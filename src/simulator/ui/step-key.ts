export type StepDirection = 'undo' | 'redo';

/** What a key takes back or does again; nothing in a text, where these keys belong to the text. */
export function stepOf(event: KeyboardEvent): StepDirection | undefined {
  const key = event.key.toLowerCase();
  if (!(event.ctrlKey || event.metaKey) || (key !== 'z' && key !== 'y')) return undefined;
  if ((event.target as Element).closest('input, textarea, select, .code-host')) return undefined;
  return key === 'y' || event.shiftKey ? 'redo' : 'undo';
}
