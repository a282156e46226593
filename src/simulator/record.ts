import { amountText } from '../policy/amount.ts';
import type { CompiledPolicy } from '../policy/compile.ts';
import type { Charge, CounterStore } from '../policy/counters.ts';

/** How a counter of one caller stood, over time. */
export interface Series {
  counter: string;
  scope: Charge['scope'];
  /** The caller; empty where all callers share the counter. */
  caller: string;
  /** The length of its window in milliseconds. */
  window: number;
  max: number;
  /** Each time it was asked for: when, in epoch milliseconds, how much it then held, and whether the call fit. */
  at: number[];
  amount: number[];
  fits: boolean[];
}

/** The key of a counter of one caller. */
const keyOf = ({ scope, counter, caller }: Charge): string => JSON.stringify([scope, counter, caller]);

/** The window of each counter, by its name and scope. A name has one window by the rules of the format. */
function windowsOf(policy: CompiledPolicy, tool: string): Map<string, number> {
  return new Map(
    policy.planOf(tool).limits.map(({ limit, length }) => [`${limit.scope} ${limit.counter}`, length]),
  );
}

/** Counters that remember how they stood after each call. Counting itself is the engine's. */
export class Recorder implements CounterStore {
  readonly series = new Map<string, Series>();
  readonly #store: CounterStore;
  #windows = new Map<string, number>();
  #tool: string | undefined;
  #at = 0;

  constructor(store: CounterStore) {
    this.#store = store;
  }

  /** Says which call comes next. */
  next(policy: CompiledPolicy, tool: string, at: number): void {
    if (tool !== this.#tool) this.#windows = windowsOf(policy, tool);
    this.#tool = tool;
    this.#at = at;
  }

  read(charge: Charge) {
    return this.#store.read(charge);
  }

  reserve(charges: readonly Charge[]) {
    const result = this.#store.reserve(charges);
    for (const [index, charge] of charges.entries()) {
      const refused = typeof result === 'number';
      if (!refused || index === result) this.#note(charge, !refused);
    }
    return result;
  }

  #note(charge: Charge, fits: boolean): void {
    const key = keyOf(charge);
    let series = this.series.get(key);
    if (!series) {
      const { counter, scope, caller, max } = charge;
      const window = this.#windows.get(`${scope} ${counter}`) ?? 0;
      series = { counter, scope, caller, window, max, at: [], amount: [], fits: [] };
      this.series.set(key, series);
    }
    series.max = charge.max;
    series.at.push(this.#at);
    series.amount.push(Number(amountText(this.#store.read(charge).amount)));
    series.fits.push(fits);
  }
}
