/** How many characters a line of a policy may have and still be read at a glance. */
const WIDTH = 66;

const inline = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${inline(one)}`);
  return entries.length > 0 ? `{ ${entries.join(', ')} }` : '{}';
};

/** JSON with each object and array on one line where it fits, as people write policies by hand. */
export function compactJson(value: unknown, indent = '', before = 0): string {
  const line = inline(value);
  const flat = typeof value !== 'object' || value === null;
  if (flat || indent.length + before + line.length <= WIDTH) return line;
  if (Array.isArray(value) && value.length === 1) return `[${compactJson(value[0], indent, before)}]`;
  const deeper = `${indent}  `;
  const items = Array.isArray(value)
    ? value.map((one) => `${deeper}${compactJson(one, deeper)}`)
    : Object.entries(value).map(([key, one]) => {
        const name = `${JSON.stringify(key)}: `;
        return `${deeper}${name}${compactJson(one, deeper, name.length)}`;
      });
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${items.join(',\n')}\n${indent}${close}`;
}
