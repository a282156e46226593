import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testPolicy } from './test-report.ts';

const policy = {
  version: '1',
  default: 'deny',
  hide: ['secret'],
  tools: {
    read: {},
    pay: {
      require: [{ conditions: [{ path: 'args.to', op: 'exists', value: true }] }],
      deny_if: [
        { conditions: [{ path: 'args.amount', op: 'gt', value: 100 }] },
        { conditions: [{ path: 'args.amount', op: 'gt', value: 200 }] },
      ],
    },
  },
};
const passes = { tool: 'pay', args: { to: 'x', amount: 5 }, expect: { outcome: 'allow' } };
const denied = { tool: 'pay', args: { to: 'x', amount: 500 }, expect: { outcome: 'deny' } };
const file = (over: object = {}) =>
  JSON.stringify({ policy, cases: [{ name: 'pays', calls: [passes, denied] }], ...over });
const noFiles = (): Promise<string> => Promise.reject(new Error('there is no such file'));

async function reportOf(text: string, mutate = false) {
  const report = await testPolicy(text, noFiles, mutate);
  assert.ok(report.ok, JSON.stringify(report));
  return report.suites;
}

test('the rules that no case fired are told', async () => {
  const [suite] = await reportOf(file());
  assert.deepEqual(suite?.unfired, ['/default', '/hide/0', '/tools/pay/require/0', '/tools/pay/deny_if/1']);
  assert.equal(suite?.unnoticed, undefined);
});

test('what can be taken out without a case noticing is told', async () => {
  const [suite] = await reportOf(file(), true);
  assert.deepEqual(suite?.unnoticed, [
    '/default',
    '/hide/0',
    '/tools/pay/require/0',
    '/tools/pay/deny_if/0',
    '/tools/pay/deny_if/1',
    '/tools/read',
  ]);
});

test('a case that names the rule notices that it is gone', async () => {
  const named = {
    ...denied,
    expect: {
      outcome: 'deny',
      rule: '/tools/pay/deny_if/args.amount-gt',
      pointer: '/tools/pay/deny_if/0/conditions/0',
    },
  };
  const [suite] = await reportOf(file({ cases: [{ name: 'pays', calls: [passes, named] }] }), true);
  assert.ok(!suite?.unnoticed?.includes('/tools/pay/deny_if/0'));
});

test('cases with policies of their own are suites of their own', async () => {
  const open = { version: '1', default: 'allow' };
  const allowed = { name: 'open', policy: open, calls: [{ tool: 'any', expect: { outcome: 'allow' } }] };
  const suites = await reportOf(file({ cases: [{ name: 'pays', calls: [passes] }, allowed] }));
  assert.deepEqual(
    suites.map(({ rules }) => rules.length),
    [5, 0],
  );
});

test('a policy is read from the path that the file names', async () => {
  const read: string[] = [];
  const report = await testPolicy(file({ policy: './pay.json' }), async (path) => {
    read.push(path);
    return JSON.stringify(policy);
  });
  assert.ok(report.ok);
  assert.deepEqual(read, ['./pay.json']);
});

const refused: [string, string, string[]][] = [
  ['no JSON', '{', ['']],
  ['a key twice', '{"policy":{},"cases":[],"cases":[]}', ['/cases']],
  ['no cases', file({ cases: [] }), ['/cases']],
  ['an unknown key', file({ case: [] }), ['']],
  [
    'a time that is none',
    file({ cases: [{ name: 'a', calls: [{ ...passes, at: 'noon' }] }] }),
    ['/cases/0/calls/0/at'],
  ],
  [
    'a day that is none',
    file({ cases: [{ name: 'a', calls: [{ ...passes, at: '2026-02-30T00:00:00Z' }] }] }),
    ['/cases/0/calls/0/at'],
  ],
  [
    'arguments in a list',
    file({ cases: [{ name: 'a', calls: [{ ...passes, args: [] }] }] }),
    ['/cases/0/calls/0/args'],
  ],
  ['a policy that is refused', file({ policy: { version: '1', default: 'no' } }), ['/policy/default']],
  ['no policy', file({ policy: undefined }), ['/policy']],
];
for (const [name, text, pointers] of refused) {
  test(`a file is refused: ${name}`, async () => {
    const report = await testPolicy(text, noFiles);
    assert.deepEqual(report.ok ? [] : report.errors.map(({ pointer }) => pointer), pointers);
  });
}
