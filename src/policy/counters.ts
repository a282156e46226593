import { type Amount, add, fits, subtract } from './amount.ts';
import type { Scope } from './document.ts';

/** One limit that a call must fit under, and what the call adds to its counter. */
export interface Charge {
  /** The counter: this name, in this scope, of this caller. `caller` is empty in the scope `server`. */
  readonly counter: string;
  readonly scope: Scope;
  readonly caller: string;
  /** The start of the window that the call falls in, in epoch milliseconds. */
  readonly start: number;
  /** What the call adds: finite, zero or more. */
  readonly step: number;
  /** What the counter may reach: a safe integer. */
  readonly max: number;
  /** An earlier charge of the same call already adds to this counter: check, but do not add again. */
  readonly again: boolean;
}

/** What a counter holds in one window. */
export interface Count {
  /** The start of the window, in epoch milliseconds. */
  readonly start: number;
  readonly amount: Amount;
}

/** An amount that is counted until the outcome of the call is known. Only the first `keep` or `rollBack` acts. */
export interface Reservation {
  /** The call was made: the count stays. */
  keep(): void;
  /** The call failed upstream: the count goes back, in the window that it was taken from. */
  rollBack(): void;
}

/**
 * Where counts live. Each method is one transaction. A store must never throw away the count of a later window for
 * a call of an earlier one: if the clock runs back, the later window goes on counting.
 */
export interface CounterStore {
  /** The count that a charge meets: that of its window, or of a later one if the clock ran back. */
  read(charge: Charge): Count;
  /** Counts every charge, or none and answers with the index of the first that does not fit. */
  reserve(charges: readonly Charge[]): Reservation | number;
}

interface Cell {
  start: number;
  amount: Amount;
}

class MemoryReservation implements Reservation {
  #taken: { cell: Cell; start: number; step: number }[] = [];

  take(cell: Cell, charge: Charge): void {
    if (charge.start > cell.start) {
      cell.start = charge.start;
      cell.amount = 0;
    }
    cell.amount = add(cell.amount, charge.step);
    this.#taken.push({ cell, start: cell.start, step: charge.step });
  }

  keep(): void {
    this.#taken = [];
  }

  rollBack(): void {
    for (const { cell, start, step } of this.#taken) {
      if (cell.start === start) cell.amount = subtract(cell.amount, step);
    }
    this.#taken = [];
  }
}

/** Counters in memory: one cell for each counter and caller, holding the latest window only. */
class MemoryCounters implements CounterStore {
  #cells = { grant: new Map<string, Map<string, Cell>>(), server: new Map<string, Map<string, Cell>>() };

  read(charge: Charge): Count {
    const { start } = charge;
    const cell = this.#find(charge);
    return cell !== undefined && cell.start >= start ? { ...cell } : { start, amount: 0 };
  }

  reserve(charges: readonly Charge[]): Reservation | number {
    for (const [index, charge] of charges.entries()) {
      const cell = this.#find(charge);
      const counted = cell !== undefined && cell.start >= charge.start ? cell.amount : 0;
      if (!fits(counted, charge.step, charge.max)) return index;
    }
    const reservation = new MemoryReservation();
    for (const charge of charges) {
      if (!charge.again) reservation.take(this.#make(charge), charge);
    }
    return reservation;
  }

  #find({ caller, counter, scope }: Charge): Cell | undefined {
    return this.#cells[scope].get(counter)?.get(caller);
  }

  #make({ caller, counter, scope, start }: Charge): Cell {
    const callers = entry(this.#cells[scope], counter, () => new Map<string, Cell>());
    return entry(callers, caller, () => ({ start, amount: 0 }));
  }
}

/** The value of a key, made where it is missing. */
function entry<V>(map: Map<string, V>, key: string, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** A store in memory, for one process. */
export const memoryCounters = (): CounterStore => new MemoryCounters();
