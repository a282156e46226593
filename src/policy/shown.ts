const LONGEST = 80;

/** A text in quotes, cut so that a message stays readable. */
export function quoted(text: string): string {
  if (text.length > LONGEST) return `${JSON.stringify(text.slice(0, LONGEST))}…`;
  return PRINTABLE.test(text) ? `"${text}"` : JSON.stringify(text);
}

/** ASCII that JSON prints as it is: nearly every name, at a third of the time. */
const PRINTABLE = /^[ !#-[\]-~]*$/;

/** A value as a message shows it. Looks at the value itself, not into it, so that any value will do. */
export function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  return typeof value === 'number' || typeof value === 'boolean' || value === null
    ? `${value}`
    : 'not JSON data';
}
