import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Edit } from './attempt.ts';
import { memoryState } from './decide.ts';
import { dryRun } from './dry-run.ts';
import { decide, explain, loadPolicy } from './index.ts';

const limit = (over: object = {}) => ({ counter: 'c', window: 'minute', max: 3, scope: 'grant', ...over });
const condition = (path: string, op: string, value: unknown) => ({ path: `args.${path}`, op, value });
const denyIf = (...conditions: object[]) => ({ deny_if: [{ conditions }] });
const require_ = (...conditions: object[]) => ({ require: [{ conditions }] });

interface Case {
  name: string;
  rule: object;
  args?: object;
  /** Calls that are made before. */
  before?: number;
  edits: Edit[] | undefined;
}

const set = (path: string, value: unknown): Edit => ({
  kind: 'argument',
  path: `args.${path}`,
  value: value as number,
});
const leaveOut = (path: string): Edit => ({ kind: 'argument', path: `args.${path}` });

const cases: Case[] = [
  {
    name: 'the number at the bound',
    rule: denyIf(condition('n', 'gt', 100)),
    args: { n: 250 },
    edits: [set('n', 100)],
  },
  {
    name: 'the number beyond the bound',
    rule: denyIf(condition('n', 'gt', 100)),
    args: { n: 5 },
    edits: [set('n', 101)],
  },
  {
    name: 'a number in place of a text',
    rule: denyIf(condition('n', 'gt', 100)),
    args: { n: '5' },
    edits: [set('n', 100)],
  },
  {
    name: 'the value that is required',
    rule: require_(condition('s', 'eq', 'x')),
    args: {},
    edits: [set('s', 'x')],
  },
  {
    name: 'the first value that is listed',
    rule: require_(condition('s', 'in', ['x', 'y'])),
    args: { s: 'z' },
    edits: [set('s', 'x')],
  },
  {
    name: 'the argument left out',
    rule: denyIf(condition('s', 'contains', 'x')),
    args: { s: 'xy' },
    edits: [leaveOut('s')],
  },
  {
    name: 'one condition of several is enough',
    rule: denyIf(condition('n', 'gte', 5), condition('s', 'eq', 'x')),
    args: { n: 9, s: 'x' },
    edits: [set('n', 4)],
  },
  {
    name: 'several requirements together',
    rule: require_(condition('n', 'lt', 5), condition('s', 'exists', true)),
    args: { n: 9 },
    edits: [set('n', 4), set('s', true)],
  },
  {
    name: 'deep inside, where nothing stands',
    rule: require_(condition('a.b[0].c', 'eq', 1)),
    args: {},
    edits: [set('a.b[0].c', 1)],
  },
  {
    name: 'the element that is at fault',
    rule: denyIf(condition('l[*].n', 'gt', 5)),
    args: { l: [{ n: 1 }, { n: 9 }] },
    edits: [set('l[1].n', 5)],
  },
  {
    name: 'every element that is at fault',
    rule: denyIf(condition('l[*]', 'gt', 5)),
    args: { l: [8, 9] },
    edits: [set('l[0]', 5), set('l[1]', 5)],
  },
  {
    name: 'the document, where no arguments will do',
    rule: denyIf(),
    edits: [{ kind: 'document', pointer: '/tools/t/deny_if/0' }],
  },
  {
    name: 'the next window',
    rule: { limits: [limit({ max: 1 })] },
    before: 1,
    edits: [{ kind: 'time', at: '1970-01-01T00:01:00.000Z' }],
  },
  {
    name: 'no more than there is room for',
    rule: { limits: [limit({ max: 10, increment_from: 'args.n' })] },
    args: { n: 25 },
    edits: [set('n', 10)],
  },
  {
    name: 'more than there is room for',
    rule: { limits: [limit({ max: 10, increment_from: 'args.n' })] },
    args: { n: 2 },
    before: 1,
    edits: [set('n', 9)],
  },
  { name: 'so many more calls', rule: { limits: [limit()] }, before: 1, edits: [{ kind: 'calls', more: 2 }] },
  {
    name: 'a limit of nothing',
    rule: { limits: [limit({ max: 0 })] },
    edits: [{ kind: 'document', pointer: '/tools/t/limits/0' }],
  },
  { name: 'an approval', rule: { approval: {} }, edits: [{ kind: 'approval' }] },
  { name: 'nothing would', rule: {}, edits: undefined },
];

for (const { args = {}, before = 0, edits, name, rule } of cases) {
  test(`the nearest change: ${name}`, async () => {
    const loaded = await loadPolicy({ version: '1', default: 'deny', tools: { t: rule } });
    assert.ok(loaded.ok);
    const state = memoryState();
    const call = { tool: 't', args, grant: 'g', at: 0 };
    for (let made = 0; made < before; made++) {
      const one = 'n' in args ? { ...call, args: { n: 2 } } : call;
      decide(loaded.policy, one, state);
    }
    assert.deepEqual(explain(loaded.policy, call, state).change?.edits, edits);
  });
}

test('the trace tells every value compared and every count, up to what decided', async () => {
  const loaded = await loadPolicy({
    version: '1',
    default: 'deny',
    tools: {
      pay: {
        ...require_(condition('to', 'exists', true)),
        ...denyIf(condition('items[*].n', 'gt', 5)),
        limits: [limit({ counter: 'spend', max: 1, increment_from: 'args.sum' })],
      },
    },
    all_tools: { limits: [limit()] },
  });
  assert.ok(loaded.ok);
  const state = memoryState();
  const call = { tool: 'pay', args: { to: 'x', items: [{ n: 1 }], sum: 0.7 }, grant: 'g', at: 90_000 };
  decide(loaded.policy, call, state);
  const { trace } = explain(loaded.policy, call, state);
  assert.deepEqual(trace, [
    { check: 'hide', rule: '(hidden)', pointer: '', result: 'pass' },
    { check: 'default', rule: '(default deny)', pointer: '/default', result: 'pass' },
    {
      check: 'require',
      rule: '/tools/pay/require/args.to-exists',
      pointer: '/tools/pay/require/0',
      result: 'pass',
      conditions: [
        {
          pointer: '/tools/pay/require/0/conditions/0',
          path: 'args.to',
          op: 'exists',
          value: true,
          found: '"x"',
          holds: true,
        },
      ],
    },
    {
      check: 'deny_if',
      rule: '/tools/pay/deny_if/args.items[*].n-gt',
      pointer: '/tools/pay/deny_if/0',
      result: 'pass',
      conditions: [
        {
          pointer: '/tools/pay/deny_if/0/conditions/0',
          path: 'args.items[0].n',
          op: 'gt',
          value: 5,
          found: '1',
          holds: false,
        },
      ],
    },
    {
      check: 'limit',
      rule: '/tools/pay/limits/spend',
      pointer: '/tools/pay/limits/0',
      result: 'deny',
      counting: {
        counter: 'spend',
        window: 'minute',
        scope: 'grant',
        max: 1,
        adds: 0.7,
        counted: '0.7',
        resets: '1970-01-01T00:02:00.000Z',
      },
    },
  ]);
});

test('a dry run decides without counting or using up', async () => {
  const loaded = await loadPolicy({
    version: '1',
    default: 'deny',
    tools: { t: { limits: [limit({ max: 1 })] } },
  });
  assert.ok(loaded.ok);
  const state = memoryState();
  const call = { tool: 't', grant: 'g', at: 0 };
  const dry = dryRun((charge) => state.counters.read(charge));
  for (let made = 0; made < 3; made++) assert.equal(decide(loaded.policy, call, dry).outcome, 'allow');
  decide(loaded.policy, call, state);
  assert.equal(decide(loaded.policy, call, dry).outcome, 'deny');
});
