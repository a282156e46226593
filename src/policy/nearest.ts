/** The number of insertions, deletions, replacements and swaps of neighbours between two words. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const edits = [(last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1)];
      if (swap) edits.push((before[j - 2] ?? 0) + 1);
      row.push(Math.min(...edits));
    }
    before = last;
    last = row;
  }
  return last[b.length] as number;
}

/** Longer words are no slips of the finger; comparing them would only cost time. */
const LONGEST = 40;

const plain = (word: string): string => word.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/**
 * The right word nearest to a wrong one, if it is near enough to be meant: at most a third of it differs. Case,
 * hyphens and underscores count for nothing. The first of several wins.
 */
export function nearest(wrong: string, right: readonly string[]): string | undefined {
  if (wrong.length > LONGEST) return undefined;
  const ranked = right.map((word) => ({ word, edits: distance(plain(wrong), plain(word)) }));
  const best = ranked.reduce<{ word: string; edits: number } | undefined>(
    (least, one) => (least === undefined || one.edits < least.edits ? one : least),
    undefined,
  );
  return best !== undefined && best.edits <= Math.max(1, Math.ceil(best.word.length / 3))
    ? best.word
    : undefined;
}
