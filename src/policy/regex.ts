/** Whether a text holds a match of one pattern, anywhere in it. */
export type Search = (text: string) => boolean;

/**
 * Makes the search for a pattern in RE2 syntax, in time linear in the text; gives the fault as a text where the
 * pattern is not RE2 syntax.
 */
export type RegexCompiler = (pattern: string) => Search | { fault: string };

/** Whether any condition of a document is a `regex`. Takes any value, valid document or not. */
export function usesRegex(value: unknown): boolean {
  const seen = new Set<unknown>([value]);
  for (const next of seen) {
    if (typeof next !== 'object' || next === null) continue;
    if (Object.hasOwn(next, 'op') && (next as { op: unknown }).op === 'regex') return true;
    for (const inner of Object.values(next)) seen.add(inner);
  }
  return false;
}

/** The regex compiler, fetched for documents that use it; `undefined` for all others. */
export async function loadRegex(document: unknown): Promise<RegexCompiler | undefined> {
  return usesRegex(document) ? (await import('./re2.ts')).re2 : undefined;
}
