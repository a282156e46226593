import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compile, isHidden } from './compile.ts';
import { decide, memoryState, type State } from './decide.ts';
import { type Call, settle, toolResult } from './decision.ts';
import type { PolicyDocument } from './document.ts';
import { explain } from './explain.ts';
import { loadPolicy } from './load.ts';
import { checkPolicy } from './parse.ts';

function documentOf(value: unknown): PolicyDocument {
  const checked = checkPolicy(value);
  assert.ok(checked.ok, JSON.stringify(checked));
  return checked.document;
}

const open = compile(documentOf({ version: '1', default: 'allow' }));
const guarded = compile(
  documentOf({
    version: '1',
    default: 'deny',
    tools: {
      require: { require: [{ conditions: [{ path: 'args.a.b', op: 'neq', value: 1 }] }] },
      each: { deny_if: [{ conditions: [{ path: 'args.a[*][*][*][*][*][*][*][*]', op: 'eq', value: 1 }] }] },
      limited: { limits: [{ counter: 'c', window: 'day', max: 1, scope: 'grant' }] },
      asks: { approval: {} },
    },
  }),
);

const call = (over: object): Call => ({ tool: 'require', args: {}, grant: 'g', at: 0, ...over });

test('without a policy every call is denied', () => {
  for (const none of [undefined, null as unknown as undefined]) {
    const { message: _, ...decision } = decide(none, call({}), memoryState());
    assert.deepEqual(decision, { outcome: 'deny', rule: '(no policy)', pointer: '' });
    assert.equal(decide(none, null as unknown as Call, memoryState()).rule, '(no policy)');
  }
});

const class_ = new (class {
  a = { b: 2 };
})();
const badCalls: [string, unknown][] = [
  ['no call', null],
  ['a text', 'call'],
  ['no tool', { args: {}, grant: 'g', at: 0 }],
  ['a tool that is no text', call({ tool: 5 })],
  ['a tool in a list', call({ tool: ['require'] })],
  ['a grant that is no text', call({ grant: undefined })],
  ['arguments that are null', call({ args: null })],
  ['arguments that are a list', call({ args: [] })],
  ['arguments that are a text', call({ args: '{}' })],
  ['arguments with a class', call({ args: class_ })],
  ['arguments that are a map', call({ args: new Map([['a', { b: 2 }]]) })],
  ['no time', call({ at: undefined })],
  ['a time that is NaN', call({ at: Number.NaN })],
  ['a time without end', call({ at: Number.POSITIVE_INFINITY })],
  ['a time beyond the calendar', call({ at: 8_640_000_000_000_000 })],
  ['a time as text', call({ at: '0' })],
  ['a time as a date', call({ at: new Date(0) })],
];
for (const [name, bad] of badCalls) {
  test(`a call that is not well formed is denied: ${name}`, () => {
    for (const policy of [open, guarded]) {
      assert.equal(decide(policy, bad as Call, memoryState()).outcome, 'deny');
      assert.deepEqual(explain(policy, bad as Call, memoryState()).trace, []);
    }
  });
}

const throwing = {
  get b(): never {
    throw new Error('no');
  },
};
const unreadable: [string, unknown][] = [
  ['NaN', Number.NaN],
  ['infinity', Number.POSITIVE_INFINITY],
  ['a bigint', 1n],
  ['a symbol', Symbol('s')],
  ['a function', () => 2],
];
for (const [name, value] of unreadable) {
  test(`${name} is in doubt, and doubt denies`, () => {
    const decision = decide(guarded, call({ args: { a: { b: value } } }), memoryState());
    assert.equal(decision.pointer, '/tools/require/require/0/conditions/0');
    assert.match(decision.message, /cannot be told/);
  });
}

test('what lies in something that is no JSON data is in doubt', () => {
  for (const host of [
    new Date(0),
    new (class {
      b = 2;
    })(),
    Object.create({ b: 2 }),
    new Map(),
    () => 2,
  ]) {
    assert.match(decide(guarded, call({ args: { a: host } }), memoryState()).message, /cannot be told/);
  }
});

test('data that throws when read is denied', () => {
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  for (const args of [{ a: throwing }, revoked.proxy, { a: revoked.proxy }]) {
    assert.equal(decide(guarded, call({ args }), memoryState()).rule, '(unreadable)');
    assert.equal(explain(guarded, call({ args }), memoryState()).rule, '(unreadable)');
  }
});

test('plain objects of any making are read', () => {
  const nothing = Object.assign(Object.create(null), { a: Object.assign(Object.create(null), { b: 2 }) });
  assert.equal(decide(guarded, call({ args: nothing }), memoryState()).outcome, 'allow');
  assert.equal(
    decide(guarded, call({ args: structuredClone({ a: { b: 2 } }) }), memoryState()).outcome,
    'allow',
  );
});

test('a polluted prototype lends no argument', () => {
  const polluted = Object.prototype as Record<string, unknown>;
  polluted['a'] = { b: 2 };
  try {
    assert.equal(decide(guarded, call({}), memoryState()).outcome, 'deny');
  } finally {
    delete polluted['a'];
  }
});

const deep = JSON.parse(`${'['.repeat(100_000)}1${']'.repeat(100_000)}`) as unknown;
const cycle: unknown[] = [];
cycle.push(cycle, cycle, cycle, cycle, cycle, cycle, cycle, cycle, cycle, cycle);

test('100,000 nested arrays and data inside itself get a decision', () => {
  for (const a of [deep, cycle, { b: deep }, { b: cycle }]) {
    for (const tool of ['require', 'each', 'limited', 'asks']) {
      const decision = explain(guarded, call({ tool, args: { a } }), memoryState());
      assert.ok(['allow', 'deny', 'ask'].includes(decision.outcome));
    }
  }
  assert.equal(decide(guarded, call({ tool: 'each', args: { a: cycle } }), memoryState()).outcome, 'deny');
  assert.equal(decide(guarded, call({ tool: 'asks', args: { a: deep } }), memoryState()).outcome, 'deny');
});

const broken = (): never => {
  throw new Error('no store');
};
test('a store that fails denies', () => {
  const counters = { read: broken, reserve: broken };
  const failing: State[] = [
    { counters },
    { ...memoryState(), approvals: { give: broken, take: broken } },
    {} as State,
    undefined as unknown as State,
  ];
  for (const state of failing) {
    const tool = state?.approvals === undefined ? 'limited' : 'asks';
    assert.equal(decide(guarded, call({ tool }), state).outcome, 'deny');
    assert.equal(explain(guarded, call({ tool }), state).outcome, 'deny');
  }
});

test('without a store of approvals the call is asked for', () => {
  assert.equal(decide(guarded, call({ tool: 'asks' }), { counters: memoryState().counters }).outcome, 'ask');
});

test('a hidden tool is left out of the list, and no other', () => {
  const some = compile(
    documentOf({ version: '1', default: 'deny', hide: ['a', '__proto__'], tools: { a: {}, b: {} } }),
  );
  assert.deepEqual(
    ['a', 'b', 'c', '__proto__', 'constructor'].filter((tool) => isHidden(some, tool)),
    ['a', '__proto__'],
  );
  const all = compile(documentOf({ version: '1', default: 'allow', hide: ['*'] }));
  assert.ok(['a', '*', ''].every((tool) => isHidden(all, tool)));
});

test('settle keeps or rolls back', () => {
  const state = memoryState();
  settle(decide(guarded, call({ tool: 'limited' }), state), 'failed');
  settle(decide(guarded, call({ tool: 'limited' }), state), 'done');
  const denied = decide(guarded, call({ tool: 'limited' }), state);
  assert.equal(denied.outcome, 'deny');
  settle(denied, 'failed');
  assert.equal(decide(guarded, call({ tool: 'limited' }), state).outcome, 'deny');
});

test('the caller of a denied tool gets a result that says so', () => {
  const decision = decide(guarded, call({ tool: 'other' }), memoryState());
  assert.deepEqual(toolResult(decision), {
    isError: true,
    content: [{ type: 'text', text: `[POLICY DENIED] ${decision.message}` }],
  });
});

const matching = {
  version: '1',
  default: 'deny',
  tools: { t: { require: [{ conditions: [{ path: 'args.q', op: 'regex', value: '^a' }] }] } },
};

test('a pattern decides where its library is loaded, and denies where it is not', async () => {
  const loaded = await loadPolicy(matching);
  assert.ok(loaded.ok);
  const matches = call({ tool: 't', args: { q: 'abc' } });
  assert.equal(decide(loaded.policy, matches, memoryState()).outcome, 'allow');
  const without = decide(compile(documentOf(matching)), matches, memoryState());
  assert.equal(without.outcome, 'deny');
  assert.match(without.message, /the pattern is not loaded/);
});

test('a policy decides the same after its source was changed', async () => {
  const source = structuredClone(matching) as unknown as { default: string; tools: unknown };
  const loaded = await loadPolicy(source);
  assert.ok(loaded.ok);
  source.default = 'allow';
  source.tools = {};
  assert.equal(decide(loaded.policy, call({ tool: 'other' }), memoryState()).outcome, 'deny');
});
