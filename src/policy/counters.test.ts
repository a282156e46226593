import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import fc from 'fast-check';
import { amountText } from './amount.ts';
import { type Charge, type CounterStore, memoryCounters, type Reservation } from './counters.ts';

const MINUTE = 60_000;
const charge = (over: Partial<Charge> = {}): Charge => ({
  counter: 'c',
  scope: 'grant',
  caller: 'g',
  start: 0,
  step: 1,
  max: 2,
  again: false,
  ...over,
});

const counted = (store: CounterStore, over: Partial<Charge> = {}): string =>
  amountText(store.read(charge(over)).amount);

/**
 * A store in SQLite, to show that the interface is small enough for a database. Amounts are whole here, to keep it short.
 */
function sqliteCounters(): CounterStore {
  const db = new DatabaseSync(':memory:');
  db.exec(`CREATE TABLE counts (counter TEXT, scope TEXT, caller TEXT, start INTEGER, amount INTEGER,
    PRIMARY KEY (counter, scope, caller))`);
  const find = db.prepare('SELECT start, amount FROM counts WHERE counter = ? AND scope = ? AND caller = ?');
  const save = db.prepare('INSERT OR REPLACE INTO counts VALUES (?, ?, ?, ?, ?)');
  const back = db.prepare(
    'UPDATE counts SET amount = amount - ? WHERE counter = ? AND scope = ? AND caller = ? AND start = ?',
  );
  const read: CounterStore['read'] = ({ caller, counter, scope, start }) => {
    const row = find.get(counter, scope, caller) as { start: number; amount: number } | undefined;
    return row !== undefined && row.start >= start ? { ...row } : { start, amount: 0 };
  };
  return {
    read,
    reserve(charges) {
      const met = charges.map((one) => ({ ...one, ...read(one), amount: Number(read(one).amount) }));
      const full = met.findIndex(({ amount, max, step }) => amount + step > max);
      if (full !== -1) return full;
      let taken = met.filter(({ again }) => !again);
      for (const { amount, caller, counter, scope, start, step } of taken)
        save.run(counter, scope, caller, start, amount + step);
      return {
        keep() {
          taken = [];
        },
        rollBack() {
          for (const { caller, counter, scope, start, step } of taken)
            back.run(step, counter, scope, caller, start);
          taken = [];
        },
      };
    },
  };
}

const reserved = (result: Reservation | number): Reservation => {
  assert.equal(typeof result, 'object');
  return result as Reservation;
};

for (const [name, make] of [
  ['memory', memoryCounters],
  ['SQLite', sqliteCounters],
] as const) {
  test(`${name}: counts up to the maximum`, () => {
    const store = make();
    reserved(store.reserve([charge()]));
    reserved(store.reserve([charge()]));
    assert.equal(store.reserve([charge()]), 0);
    assert.equal(counted(store), '2');
  });

  test(`${name}: all or none, and the first charge that does not fit is named`, () => {
    const store = make();
    assert.equal(
      store.reserve([charge(), charge({ counter: 'd', max: 0 }), charge({ counter: 'e', max: 0 })]),
      1,
    );
    assert.equal(counted(store), '0');
  });

  test(`${name}: a charge that comes again is checked and not added`, () => {
    const store = make();
    reserved(store.reserve([charge(), charge({ again: true, max: 1 })]));
    assert.equal(counted(store), '1');
    assert.equal(store.reserve([charge(), charge({ again: true, max: 1 })]), 1);
  });

  test(`${name}: only the first keep or roll back acts`, () => {
    const store = make();
    const [kept, back] = [reserved(store.reserve([charge()])), reserved(store.reserve([charge()]))];
    kept.keep();
    kept.rollBack();
    assert.equal(counted(store), '2');
    back.rollBack();
    back.rollBack();
    back.keep();
    assert.equal(counted(store), '1');
  });

  test(`${name}: a roll back leaves later windows alone`, () => {
    const store = make();
    const early = reserved(store.reserve([charge()]));
    reserved(store.reserve([charge({ start: MINUTE })]));
    early.rollBack();
    assert.equal(counted(store, { start: MINUTE }), '1');
  });

  test(`${name}: the later window goes on counting when the clock runs back`, () => {
    const store = make();
    reserved(store.reserve([charge({ start: MINUTE })]));
    const back = reserved(store.reserve([charge({ start: 0 })]));
    assert.deepEqual(store.read(charge({ start: 0 })), { start: MINUTE, amount: 2 });
    back.rollBack();
    assert.equal(counted(store, { start: MINUTE }), '1');
  });

  test(`${name}: counters, scopes and callers are apart`, () => {
    const store = make();
    reserved(store.reserve([charge()]));
    for (const other of [{ counter: 'd' }, { caller: 'h' }, { caller: '', scope: 'server' as const }]) {
      assert.equal(counted(store, other), '0');
    }
  });
}

/** What a test does to a store: reserve a step, or settle an earlier reservation. */
const action = fc.oneof(
  fc.record({
    does: fc.constant('reserve' as const),
    step: fc.constantFrom(0, 0.1, 0.7, 1, 1.5),
    at: fc.nat(3),
  }),
  fc.record({ does: fc.constantFrom('keep' as const, 'rollBack' as const), which: fc.nat(9) }),
);

test('no interleaving of reserve, keep and roll back counts beyond the maximum, or below what was kept', () => {
  const MAX = 2;
  fc.assert(
    fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
      const store = memoryCounters();
      const open: { step: number; start: number; reservation: Reservation; settled: string }[] = [];
      for (const one of actions) {
        if (one.does === 'reserve') {
          const wanted = charge({ start: one.at * MINUTE, step: one.step, max: MAX });
          const reservation = store.reserve([wanted]);
          const { start } = store.read(wanted);
          if (typeof reservation === 'object') open.push({ step: one.step, start, reservation, settled: '' });
        } else {
          const found = open[one.which];
          found?.reservation[one.does]();
          if (found !== undefined && found.settled === '') found.settled = one.does;
        }
        const { amount, start } = store.read(charge({ start: -MINUTE }));
        const tenths = open
          .filter((taken) => taken.start === start && taken.settled !== 'rollBack')
          .reduce((sum, { step }) => sum + Math.round(step * 10), 0);
        assert.ok(tenths <= MAX * 10);
        if (open.length > 0) assert.equal(amountText(amount), String(tenths / 10));
      }
    }),
    { numRuns: 500 },
  );
});
