/** The searches that led to a result, kept on this device alone. */

const KEY = 'recent-searches';
/** How many are kept. */
export const MOST = 8;
/** The longest text that the box takes. */
const LONGEST = 200;

const isText = (each: unknown): each is string =>
  typeof each === 'string' && each.trim() !== '' && each.length <= LONGEST;

/** The searches that a stored text holds, the last first; none where it is not what was stored. */
export function recentOf(stored: string | null | undefined): string[] {
  try {
    const list: unknown = JSON.parse(stored ?? '[]');
    return Array.isArray(list) ? list.filter(isText).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** The list with one more search; one that differs only in its capitals takes the place of the earlier. */
export function withRecent(list: readonly string[], text: string): string[] {
  const added = text.trim();
  if (!isText(added)) return [...list];
  const others = list.filter((each) => each.toLowerCase() !== added.toLowerCase());
  return [added, ...others].slice(0, MOST);
}

/** Storage may be closed; nothing is then kept. */
function stored<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
}

export const recentSearches = (): string[] => recentOf(stored((storage) => storage.getItem(KEY)));

export const remember = (text: string): void =>
  stored((storage) => storage.setItem(KEY, JSON.stringify(withRecent(recentSearches(), text))));

export const forget = (): void => stored((storage) => storage.removeItem(KEY));
