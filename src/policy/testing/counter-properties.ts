import assert from 'node:assert/strict';
import fc from 'fast-check';
import { amountText } from '../amount.ts';
import { type Charge, memoryCounters, type Reservation } from '../counters.ts';

/** What a test does to a store: reserve a step, or settle an earlier reservation. */
const action = fc.oneof(
  fc.record({
    does: fc.constant('reserve' as const),
    step: fc.constantFrom(0, 0.1, 0.7, 1, 1.5),
    at: fc.nat(3),
  }),
  fc.record({ does: fc.constantFrom('keep' as const, 'rollBack' as const), which: fc.nat(9) }),
);

interface Taken {
  step: number;
  start: number;
  reservation: Reservation;
  settled?: 'keep' | 'rollBack';
}

const counterAt = (start: number, step: number): Charge => ({
  counter: 'c',
  scope: 'grant',
  caller: 'g',
  start,
  step,
  max: 2,
  again: false,
});

/** Counts in tenths what is taken from one window and was not given back. */
const tenths = (taken: readonly Taken[], window: number): number =>
  taken
    .filter(({ settled, start }) => start === window && settled !== 'rollBack')
    .reduce((sum, { step }) => sum + Math.round(step * 10), 0);

export const countersHold = fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
  const store = memoryCounters();
  const taken: Taken[] = [];
  for (const one of actions) {
    if (one.does === 'reserve') {
      const charge = counterAt(one.at * 60_000, one.step);
      const reservation = store.reserve([charge]);
      const { start } = store.read(charge);
      if (typeof reservation === 'object') taken.push({ step: one.step, start, reservation });
    } else {
      const found = taken[one.which];
      found?.reservation[one.does]();
      if (found !== undefined) found.settled ??= one.does;
    }
    const { amount, start } = store.read(counterAt(-60_000, 0));
    assert.ok(tenths(taken, start) <= 20);
    if (taken.length > 0) assert.equal(amountText(amount), String(tenths(taken, start) / 10));
  }
});
