import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type LintServer, lint } from '../lint.ts';
import {
  c,
  denyIf,
  documentOf,
  type LintCase,
  limit,
  requires,
  server,
  testRules,
  tools,
} from '../testing/lint-cases.ts';
import { ARGUMENTS } from './arguments.ts';

const cases: LintCase[] = [
  {
    rule: 'unknown-argument',
    name: 'misspelt',
    document: tools(denyIf(c('amuont', 'gt', 1))),
    at: ['/tools/pay/deny_if/0/conditions/0/path'],
    server,
  },
  {
    rule: 'unknown-argument',
    name: 'inside an argument',
    document: tools(denyIf(c('address.zipp', 'eq', '1'))),
    at: ['/tools/pay/deny_if/0/conditions/0/path'],
    server,
  },
  {
    rule: 'unknown-argument',
    name: 'of elements',
    document: tools(denyIf(c('items[*].cost', 'gt', 1))),
    at: ['/tools/pay/deny_if/0/conditions/0/path'],
    server,
  },
  {
    rule: 'unknown-argument',
    name: 'counted',
    document: tools({ limits: [limit({ increment_from: 'args.total' })] }),
    at: ['/tools/pay/limits/0/increment_from'],
    server,
  },
  {
    rule: 'unknown-argument',
    name: 'of no tool',
    document: { ...tools({}), all_tools: denyIf(c('total', 'gt', 1)) },
    at: [],
    server,
  },
  {
    rule: 'unknown-argument',
    name: 'of an open object',
    document: tools(denyIf(c('meta.x', 'eq', 1))),
    at: [],
    server,
  },
  {
    rule: 'unknown-argument',
    name: 'of a tool without a schema',
    document: tools({}, { read: denyIf(c('x', 'eq', 1)) }),
    at: [],
    server,
  },
  {
    rule: 'unknown-argument',
    name: 'known',
    document: tools(denyIf(c('items[*].price', 'gt', 1))),
    at: [],
    server,
  },
  {
    rule: 'wrong-type',
    name: 'order of a text',
    document: tools(denyIf(c('to', 'gt', 1))),
    at: ['/tools/pay/deny_if/0/conditions/0'],
    server,
  },
  {
    rule: 'wrong-type',
    name: 'pattern on a number',
    document: tools(requires(c('amount', 'regex', '^1'))),
    at: ['/tools/pay/require/0/conditions/0'],
    server,
  },
  {
    rule: 'wrong-type',
    name: 'a text that may be null',
    document: tools(requires(c('note', 'lt', 1))),
    at: ['/tools/pay/require/0/conditions/0'],
    server,
  },
  {
    rule: 'wrong-type',
    name: 'an enum of texts',
    document: tools(requires(c('mode', 'lt', 1))),
    at: ['/tools/pay/require/0/conditions/0'],
    server,
  },
  {
    rule: 'wrong-type',
    name: 'equal to another type',
    document: tools(denyIf(c('amount', 'eq', '5'))),
    at: ['/tools/pay/deny_if/0/conditions/0'],
    server,
  },
  {
    rule: 'wrong-type',
    name: 'one of other types',
    document: tools(denyIf(c('to', 'in', [1, 2]))),
    at: ['/tools/pay/deny_if/0/conditions/0'],
    server,
  },
  {
    rule: 'wrong-type',
    name: 'a sum of texts',
    document: tools({ limits: [limit({ increment_from: 'args.to' })] }),
    at: ['/tools/pay/limits/0/increment_from'],
    server,
  },
  {
    rule: 'wrong-type',
    name: 'right types',
    document: tools({
      ...denyIf(
        c('cents', 'gt', 1),
        c('to', 'regex', 'x'),
        c('items', 'contains', 1),
        c('cents', 'eq', null),
        c('any', 'gt', 1),
      ),
      limits: [limit({ increment_from: 'args.amount' })],
    }),
    at: [],
    server,
  },
  {
    rule: 'optional-guard',
    name: 'optional by its schema',
    document: tools(denyIf(c('amount', 'gt', 100))),
    at: ['/tools/pay/deny_if/0/conditions/0'],
    server,
  },
  {
    rule: 'optional-guard',
    name: 'required by its schema',
    document: tools(denyIf(c('to', 'eq', 'x'))),
    at: [],
    server,
  },
  {
    rule: 'optional-guard',
    name: 'required by the document',
    document: tools({ ...denyIf(c('amount', 'gt', 100)), ...requires(c('amount', 'exists', true)) }),
    at: [],
    server,
  },
  {
    rule: 'optional-guard',
    name: 'required by another operator',
    document: tools({ ...denyIf(c('amount', 'gt', 100)), ...requires(c('amount', 'gte', 0)) }),
    at: [],
    server,
  },
  {
    rule: 'optional-guard',
    name: 'denied where it is missing',
    document: tools({
      deny_if: [{ conditions: [c('amount', 'gt', 100)] }, { conditions: [c('amount', 'exists', false)] }],
    }),
    at: [],
    server,
  },
  {
    rule: 'optional-guard',
    name: 'required by all_tools',
    document: { ...tools(denyIf(c('amount', 'gt', 100))), all_tools: requires(c('amount', 'exists', true)) },
    at: [],
    server,
  },
  {
    rule: 'optional-guard',
    name: 'said to be meant by an exists of its own',
    document: tools({ deny_if: [{ conditions: [c('amount', 'gt', 100), c('amount', 'exists', true)] }] }),
    at: [],
    server,
  },
  {
    rule: 'optional-guard',
    name: 'beside an exists in another entry',
    document: tools({
      deny_if: [{ conditions: [c('amount', 'gt', 100)] }, { conditions: [c('amount', 'exists', true)] }],
    }),
    at: ['/tools/pay/deny_if/0/conditions/0'],
    server,
  },
  {
    rule: 'optional-guard',
    name: 'a guard on exists',
    document: tools(denyIf(c('amount', 'exists', true))),
    at: [],
    server,
  },
  {
    rule: 'optional-guard',
    name: 'of an unknown schema',
    document: tools(denyIf(c('amount', 'gt', 100))),
    at: ['/tools/pay/deny_if/0/conditions/0'],
  },
  {
    rule: 'one-is-enough',
    name: 'a require over elements',
    document: tools(requires(c('items[*].price', 'lt', 100))),
    at: ['/tools/pay/require/0/conditions/0'],
  },
  {
    rule: 'one-is-enough',
    name: 'a deny_if over elements',
    document: tools(denyIf(c('items[*].price', 'gt', 100))),
    at: [],
  },
];

testRules(ARGUMENTS, cases);

test('a guard on an argument is a note where the server is not known, and a warning where it is', async () => {
  const document = await documentOf(tools(denyIf(c('amount', 'gt', 100))));
  const levelOf = (known?: LintServer) =>
    lint(document, known).find(({ rule }) => rule === 'optional-guard')?.level;
  assert.deepEqual([levelOf(), levelOf(server)], ['note', 'warning']);
});

test('a misspelt name is told with the right one', async () => {
  const findings = lint(await documentOf(tools(denyIf(c('amuont', 'gt', 1)), { raed: {} })), server);
  for (const [rule, word] of [
    ['unknown-argument', 'amount'],
    ['unknown-tool', 'read'],
  ] as const) {
    assert.match(
      findings.find((one) => one.rule === rule)?.message ?? '',
      new RegExp(`Did you mean "${word}"`),
    );
  }
});
