import { fits } from './amount.ts';
import { type CompiledLimit, chargeOf } from './compile-limits.ts';
import type { Charge, Count, CounterStore, Reservation } from './counters.ts';
import type { State } from './decide.ts';
import type { Call } from './decision.ts';

const NOTHING: Reservation = { keep() {}, rollBack() {} };

/**
 * Read-only state: what is decided on it counts nothing and uses up no approval.
 *
 * @param read The count that a charge meets.
 * @param approvedAt Where every call is taken to be approved: since when, in epoch milliseconds.
 */
export function dryRun(read: CounterStore['read'], approvedAt?: number): State {
  return {
    counters: {
      read,
      reserve(charges) {
        const full = charges.findIndex((charge) => !fits(read(charge).amount, charge.step, charge.max));
        return full === -1 ? NOTHING : full;
      },
    },
    approvals: {
      give() {},
      take: (grant, fingerprint) =>
        approvedAt === undefined ? undefined : { grant, fingerprint, at: approvedAt },
    },
  };
}

/** Reads counts as they stand now, whatever a call that meets these limits counts later. */
export function snapshot(
  limits: readonly CompiledLimit[],
  call: Call,
  counters: CounterStore,
): CounterStore['read'] {
  const keyOf = ({ counter, scope }: Charge): string => `${scope} ${counter}`;
  const saved = new Map<string, Count>();
  for (const limit of limits) {
    const charge = chargeOf(limit, call, 0);
    saved.set(keyOf(charge), counters.read(charge));
  }
  return (charge) => {
    const known = saved.get(keyOf(charge));
    if (known === undefined) return counters.read(charge);
    return known.start >= charge.start ? known : { start: charge.start, amount: 0 };
  };
}
