import type { Kind } from './state.ts';

/** What was compared earlier in this tab is kept by the browser, for this tab alone. */
const PLACE = 'compare-earlier';
const KEPT = 8;

interface Seen {
  kind: Kind;
  key: string;
}

const isSeen = (value: unknown): value is Seen =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  'key' in value &&
  typeof value.key === 'string';

function read(): Seen[] {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(PLACE) ?? '[]');
    return Array.isArray(value) ? value.filter(isSeen) : [];
  } catch {
    return [];
  }
}

/** The keys of a kind that were looked at before, the last first. */
export const earlier = (kind: Kind): string[] =>
  read()
    .filter((each) => each.kind === kind)
    .map(({ key }) => key);

/** Remembers keys for the next visit of the page in this tab. */
export function remember(kind: Kind, keys: readonly string[]): void {
  const others = read().filter((each) => each.kind !== kind || !keys.includes(each.key));
  const all = [...keys.toReversed().map((key) => ({ kind, key })), ...others].slice(0, KEPT);
  try {
    sessionStorage.setItem(PLACE, JSON.stringify(all));
  } catch {
    // Storage may be closed; nothing is offered then.
  }
}
