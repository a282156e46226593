import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
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

  test(`${name}: a charge that does not fit leaves no trace`, () => {
    const store = make();
    assert.equal(store.reserve([charge({ start: MINUTE, step: 3 })]), 0);
    assert.deepEqual(store.read(charge()), { start: 0, amount: 0 });
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
