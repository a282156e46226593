import { type Run, sameVerdict, verdictAt } from './verdict.ts';

/** Calls of one entry that follow each other and were answered alike, by both documents. */
export interface Group {
  /** The numbers of the first call and of the one after the last, within all calls. */
  from: number;
  to: number;
  changed: boolean;
}

/** Where two runs of the same session differ: for each call 1 or 0. */
export function changes(run: Run, base: Run): Uint8Array {
  const same = run.verdicts.map((verdict) => base.verdicts.map((other) => sameVerdict(verdict, other)));
  return Uint8Array.from(run.which, (place, call) =>
    same[place]?.[base.which[call] as number] === false ? 1 : 0,
  );
}

/** The calls of one entry, grouped by what was said of them. */
export function groupsOf(run: Run, entry: number, changed: Uint8Array): Group[] {
  const groups: Group[] = [];
  for (let call = run.first[entry] as number; call < (run.first[entry + 1] as number); call += 1) {
    const last = groups.at(-1);
    const isChanged = changed[call] === 1;
    if (last && last.changed === isChanged && sameVerdict(verdictAt(run, last.from), verdictAt(run, call)))
      last.to = call + 1;
    else groups.push({ from: call, to: call + 1, changed: isChanged });
  }
  return groups;
}

/** How many calls came out how. */
export interface Tally {
  allow: number;
  deny: number;
  ask: number;
}

export function tallyOf(run: Run, from = 0, to = run.which.length): Tally {
  const tally = { allow: 0, deny: 0, ask: 0 };
  for (let call = from; call < to; call += 1) tally[verdictAt(run, call).outcome] += 1;
  return tally;
}

/** The entries with a call that came out differently. */
export function changedEntries(run: Run, changed: Uint8Array): number[] {
  const entries: number[] = [];
  for (let entry = 0; entry + 1 < run.first.length; entry += 1)
    if (changed.subarray(run.first[entry], run.first[entry + 1]).includes(1)) entries.push(entry);
  return entries;
}

/** The entry that a call belongs to. */
export function entryOfCall({ first }: Run, call: number): number {
  let [low, high] = [0, first.length - 2];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((first[middle] as number) <= call) low = middle;
    else high = middle - 1;
  }
  return low;
}
