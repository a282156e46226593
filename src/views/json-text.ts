/** How many characters a line may have and still be read at a glance. */
const WIDTH = 66;

const UNSEEN = /[\u007f-\u009f\p{Cf}\u2028\u2029]/gu;
const escaped = (character: string) =>
  [...Array(character.length).keys()]
    .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
    .join('');

const inline = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${inline(one)}`);
  return entries.length > 0 ? `{ ${entries.join(', ')} }` : '{}';
};

/** `before` is the length of what already stands on the line. */
function laidOut(value: unknown, indent = '', before = 0): string {
  const line = inline(value);
  const flat = typeof value !== 'object' || value === null;
  if (flat || indent.length + before + line.length <= WIDTH) return line;
  if (Array.isArray(value) && value.length === 1) return `[${laidOut(value[0], indent, before)}]`;
  const deeper = `${indent}  `;
  const items = Array.isArray(value)
    ? value.map((one) => `${deeper}${laidOut(one, deeper)}`)
    : Object.entries(value).map(([key, one]) => {
        const name = `${JSON.stringify(key)}: `;
        return `${deeper}${name}${laidOut(one, deeper, name.length)}`;
      });
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${items.join(',\n')}\n${indent}${close}`;
}

/**
 * JSON for people to read and copy: each object and array on one line where it fits, as people write it by hand,
 * and every character that cannot be seen escaped. Takes JSON values only.
 */
export const jsonText = (value: unknown): string => laidOut(value).replace(UNSEEN, escaped);

/** JSON for a `<script>` element: nothing in it can end the element. */
export const jsonForScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');
