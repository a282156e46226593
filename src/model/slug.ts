/** Longest readable part of a slug; the longest tool name seen has 65 characters. */
const READABLE_MAX = 80;
/** Names that mean something to web servers or file systems and so cannot be a folder of a site. */
const RESERVED = new Set(['index', 'con', 'prn', 'aux', 'nul', '404']);

/** FNV-1a, 32 bits, over UTF-16 code units: short, stable, and enough to part the few names of one server. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0').slice(0, 6);
}

const readablePart = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9._]+/g, '-')
    .replace(/^[-._]+|[-._]+$/g, '')
    .slice(0, READABLE_MAX);

/** A name that a URL can carry as it is, but for its capitals. */
const isSafe = (name: string) =>
  /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/i.test(name) && name.length <= READABLE_MAX;

const marked = (name: string) => [readablePart(name), fingerprint(name)].filter(Boolean).join('-');

/**
 * The slugs of the tools of one server, in their order: unique also where capitals do not count, never
 * empty, and the same for a name whatever its neighbours, but for names that differ in capitals alone.
 * A name that a URL can carry stays as it is; any other gets a readable part and a fingerprint.
 */
export function slugsOf(names: readonly string[]): string[] {
  const lower = names.map((name) => name.toLowerCase());
  const count = Map.groupBy(lower, (name) => name);
  return names.map((name, index) => {
    const slug = lower[index] as string;
    const alone = name === slug || count.get(slug)?.length === 1;
    return isSafe(name) && !RESERVED.has(slug) && alone ? slug : marked(name);
  });
}
