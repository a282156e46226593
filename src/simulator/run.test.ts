import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compile, type PolicyDocument } from '../policy/engine.ts';
import { changedEntries, changes, entryOfCall, groupsOf, tallyOf } from './compare.ts';
import { detailsOf } from './details.ts';
import { pictureOf } from './draw.ts';
import { EXAMPLE, EXAMPLE_POLICY } from './example.ts';
import { run } from './run.ts';
import { verdictAt } from './verdict.ts';
import { type Entry, entryOf, START } from './workspace.ts';

const example = compile(EXAMPLE_POLICY);
const policyOf = (tools: PolicyDocument['tools']) => compile({ version: '1', default: 'deny', tools });
const outcomes = (policy: ReturnType<typeof compile>, entries: readonly Entry[]) => {
  const done = run(policy, entries);
  return [...done.which.keys()].map((call) => verdictAt(done, call).outcome);
};
const pay = policyOf({
  pay: { approval: { expires: '1m' }, limits: [{ counter: 'c', window: 'minute', max: 1, scope: 'grant' }] },
});

test('of 31 calls in a minute the last is denied, and one more a minute later is allowed', () => {
  const done = run(example, EXAMPLE.entries);
  assert.deepEqual(tallyOf(done, 0, 31), { allow: 30, deny: 1, ask: 0 });
  assert.equal(verdictAt(done, 30).rule, '/tools/create_charge/limits/create_charge_rate');
  assert.equal(verdictAt(done, 31).outcome, 'allow');
  assert.equal(verdictAt(done, 32).pointer, '/tools/create_charge/deny_if/0/conditions/0');
});

test('a cap on what is spent counts the amounts', () => {
  const policy = policyOf({
    spend: {
      limits: [{ counter: 'spent', window: 'day', max: 100, scope: 'grant', increment_from: 'args.amount' }],
    },
  });
  const spend = (amount: number) => entryOf('spend', { amount }, START);
  assert.deepEqual(outcomes(policy, [spend(60), spend(41), spend(40), spend(0.5)]), [
    'allow',
    'deny',
    'allow',
    'deny',
  ]);
});

test('a held call is made where a person grants it, once', () => {
  const held = entryOf('pay', { to: 'a' }, START);
  const granted = { ...held, approval: 'granted' as const };
  const done = run(pay, [held, { ...held, approval: 'refused' }, granted, held, granted]);
  const said = [...done.which.keys()].map((call) => {
    const { outcome, person } = verdictAt(done, call);
    return [outcome, person];
  });
  assert.deepEqual(said, [
    ['ask', undefined],
    ['ask', 'refused'],
    ['allow', 'granted'],
    ['ask', undefined],
    ['deny', 'granted'],
  ]);
});

test('a call that fails upstream gives back what it counted', () => {
  const policy = policyOf({ t: { limits: [{ counter: 'c', window: 'minute', max: 1, scope: 'grant' }] } });
  const call = entryOf('t', {}, START);
  assert.deepEqual(outcomes(policy, [{ ...call, upstream: 'failed' }, call, call]), [
    'allow',
    'allow',
    'deny',
  ]);
  assert.deepEqual(outcomes(policy, [{ ...call, unguarded: true }]), ['deny']);
});

test('callers have counters of their own', () => {
  const policy = policyOf({ t: { limits: [{ counter: 'c', window: 'minute', max: 1, scope: 'grant' }] } });
  const by = (grant: string) => entryOf('t', {}, START, { grant });
  assert.deepEqual(outcomes(policy, [by('a'), by('b'), by('a')]), ['allow', 'allow', 'deny']);
});

test('names such as __proto__ are ordinary', () => {
  const policy = policyOf(Object.fromEntries([['__proto__', {}]]));
  const args = JSON.parse('{"__proto__": {"polluted": true}}') as Record<string, unknown>;
  assert.deepEqual(outcomes(policy, [entryOf('__proto__', args, START), entryOf('constructor', {}, START)]), [
    'allow',
    'deny',
  ]);
  assert.equal(({} as { polluted?: boolean }).polluted, undefined);
});

test('an explanation of any call is what the run said of it', () => {
  const done = run(example, EXAMPLE.entries);
  for (const [index, entry] of EXAMPLE.entries.entries())
    for (const number of new Set([0, entry.times - 1])) {
      const verdict = verdictAt(done, (done.first[index] as number) + number);
      const details = detailsOf(example, EXAMPLE.entries, index, number);
      assert.equal(details?.told.outcome, verdict.outcome);
      assert.equal(details?.told.rule, verdict.rule);
      assert.equal(details?.told.message, verdict.message);
      assert.equal(details?.held !== undefined, verdict.person === 'granted');
    }
  assert.equal(detailsOf(example, EXAMPLE.entries, 99, 0), undefined);
});

test('the nearest change of a denied call is told', () => {
  const details = detailsOf(example, EXAMPLE.entries, 2, 0);
  assert.deepEqual(details?.told.change, {
    outcome: 'allow',
    edits: [{ kind: 'argument', path: 'args.amount', value: 500 }],
  });
});

test('two runs are compared call by call', () => {
  const strict = compile({
    ...EXAMPLE_POLICY,
    tools: {
      ...EXAMPLE_POLICY.tools,
      create_charge: {
        limits: [{ counter: 'create_charge_rate', window: 'minute', max: 10, scope: 'grant' }],
      },
    },
  });
  const now = run(strict, EXAMPLE.entries);
  const changed = changes(now, run(example, EXAMPLE.entries));
  assert.equal(
    changed.reduce((sum, one) => sum + one, 0),
    20 + 1,
  );
  assert.deepEqual(changedEntries(now, changed), [0, 2]);
  assert.deepEqual(groupsOf(now, 0, changed), [
    { from: 0, to: 10, changed: false },
    { from: 10, to: 30, changed: true },
    { from: 30, to: 31, changed: false },
  ]);
  assert.deepEqual(
    [0, 30, 31, 35].map((call) => entryOfCall(now, call)),
    [0, 0, 1, 5],
  );
});

test('the picture has every call, and the counters as they stood', () => {
  const done = run(example, EXAMPLE.entries);
  const picture = pictureOf(done, EXAMPLE.entries, EXAMPLE.clock);
  const sum = picture.slices.reduce((all, { allow, deny, ask }) => all + allow + deny + ask, 0);
  assert.equal(sum, done.which.length);
  assert.deepEqual(
    picture.curves.map(({ counter, max, peak }) => [counter, max, peak]),
    [
      ['create_charge_rate', 30, 30],
      ['refunded', 1000, 20],
    ],
  );
  assert.deepEqual(pictureOf(run(example, []), [], START).curves, []);
});
