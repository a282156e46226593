import type { Series } from './record.ts';
import { type Run, verdictAt } from './verdict.ts';
import { type Entry, timeOf } from './workspace.ts';

/** A counter over time, ready to draw. Places along the time are from 0 to 1. */
export interface Curve {
  counter: string;
  scope: Series['scope'];
  caller: string;
  window: number;
  max: number;
  /** The most it ever held. */
  peak: number;
  /** How it stood last, and when. */
  last: { at: number; amount: number };
  /** Where something was counted, how much it then held, and whether a call was refused there. */
  points: { x: number; amount: number; refused: boolean }[];
  /** Where its windows begin. */
  windows: number[];
}

/** How many calls came out how in one slice of the time. */
export interface Slice {
  allow: number;
  deny: number;
  ask: number;
}

export interface Picture {
  from: number;
  to: number;
  slices: Slice[];
  curves: Curve[];
}

/** As many columns as a picture has: about one for each two pixels of a phone. */
export const COLUMNS = 180;
/** More windows than this are not told apart. */
const WINDOWS_DRAWN = 60;
/** Counters of more callers than this are not drawn. */
export const CURVES = 12;

const placeIn = (at: number, from: number, to: number): number =>
  to === from ? 0 : (at - from) / (to - from);
const columnOf = (x: number): number => Math.min(COLUMNS - 1, Math.floor(x * COLUMNS));

function curveOf({ at, amount, fits, ...series }: Series, from: number, to: number): Curve {
  const columns = new Map<string, Curve['points'][number]>();
  for (const [index, time] of at.entries()) {
    const x = placeIn(time, from, to);
    // The last of a column and of a window is kept, so that a fall to a new window still shows.
    const key = `${columnOf(x)} ${series.window ? Math.floor(time / series.window) : 0}`;
    const refused = !fits[index] || columns.get(key)?.refused === true;
    columns.set(key, { x, amount: amount[index] as number, refused });
  }
  const starts: number[] = [];
  const { window } = series;
  if (window && (to - from) / window <= WINDOWS_DRAWN)
    for (let start = Math.ceil(from / window) * window; start <= to; start += window)
      starts.push(placeIn(start, from, to));
  const points = [...columns.values()];
  const last = { at: at.at(-1) as number, amount: amount.at(-1) as number };
  return {
    ...series,
    last,
    points,
    windows: starts,
    peak: amount.reduce((most, one) => Math.max(most, one), 0),
  };
}

/** The times of the first and the last call; the clock's where there is none. */
function rangeOf(entries: readonly Entry[], clock: number): [from: number, to: number] {
  if (!entries.length) return [clock, clock];
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const entry of entries) {
    from = Math.min(from, entry.at);
    to = Math.max(to, timeOf(entry, entry.times - 1));
  }
  return [from, to];
}

/** A session over time: how calls came out, and how counters stood. */
export function pictureOf(run: Run, entries: readonly Entry[], clock: number): Picture {
  const [from, to] = rangeOf(entries, clock);
  const slices = Array.from({ length: COLUMNS }, (): Slice => ({ allow: 0, deny: 0, ask: 0 }));
  for (const [index, entry] of entries.entries())
    for (let number = 0; number < entry.times; number += 1) {
      const slice = slices[columnOf(placeIn(timeOf(entry, number), from, to))] as Slice;
      slice[verdictAt(run, (run.first[index] as number) + number).outcome] += 1;
    }
  const curves = run.series.slice(0, CURVES).map((series) => curveOf(series, from, to));
  return { from, to, slices, curves };
}
