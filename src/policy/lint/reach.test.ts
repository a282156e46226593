import { c, denyIf, type LintCase, limit, requires, testRules, tools } from '../testing/lint-cases.ts';
import { REACH } from './reach.ts';

const cases: LintCase[] = [
  {
    rule: 'never-fires',
    name: 'a contradiction',
    document: tools(denyIf(c('a', 'gt', 5), c('a', 'lt', 5))),
    at: ['/tools/pay/deny_if/0/conditions/1'],
  },
  {
    rule: 'never-fires',
    name: 'a narrow gap is none',
    document: tools(denyIf(c('a', 'gt', 5), c('a', 'lt', 5.1))),
    at: [],
  },
  {
    rule: 'never-fires',
    name: 'bounds that meet',
    document: tools(denyIf(c('a', 'gte', 5), c('a', 'lte', 5))),
    at: [],
  },
  {
    rule: 'never-fires',
    name: 'two values at once',
    document: tools(denyIf(c('a', 'eq', 5), c('a', 'eq', 6))),
    at: ['/tools/pay/deny_if/0/conditions/1'],
  },
  {
    rule: 'never-fires',
    name: 'two values of two elements',
    document: tools(denyIf(c('a[*]', 'eq', 5), c('a[*]', 'eq', 6))),
    at: [],
  },
  {
    rule: 'never-fires',
    name: 'listed and not',
    document: tools(denyIf(c('a', 'in', [1, 2]), c('a', 'not_in', [1, 2, 3]))),
    at: ['/tools/pay/deny_if/0/conditions/1'],
  },
  {
    rule: 'never-fires',
    name: 'in an empty list',
    document: tools(denyIf(c('a', 'in', []))),
    at: ['/tools/pay/deny_if/0/conditions/0'],
  },
  {
    rule: 'never-fires',
    name: 'there and not there',
    document: tools(denyIf(c('a', 'exists', false), c('a', 'eq', 1))),
    at: ['/tools/pay/deny_if/0/conditions/1'],
  },
  {
    rule: 'never-fires',
    name: 'null is not there',
    document: tools(denyIf(c('a', 'exists', false), c('a', 'eq', null))),
    at: [],
  },
  {
    rule: 'never-fires',
    name: 'elements of the arguments',
    document: tools({ deny_if: [{ conditions: [{ path: 'args[0]', op: 'eq', value: 1 }] }] }),
    at: ['/tools/pay/deny_if/0/conditions/0'],
  },
  {
    rule: 'never-fires',
    name: 'behind a wider guard',
    document: tools({
      deny_if: [{ conditions: [c('a', 'gt', 5)] }, { conditions: [c('a', 'gt', 9), c('b', 'eq', 1)] }],
    }),
    at: ['/tools/pay/deny_if/1'],
  },
  {
    rule: 'never-fires',
    name: 'before a wider guard',
    document: tools({ deny_if: [{ conditions: [c('a', 'gt', 9)] }, { conditions: [c('a', 'gt', 5)] }] }),
    at: [],
  },
  {
    rule: 'never-fires',
    name: 'the same again',
    document: tools({ deny_if: [{ conditions: [c('a', 'lt', 5)] }, { conditions: [c('a', 'lt', 5)] }] }),
    at: ['/tools/pay/deny_if/1'],
  },
  {
    rule: 'never-fires',
    name: 'equal bounds, one of them strict',
    document: tools({ deny_if: [{ conditions: [c('a', 'gt', 5)] }, { conditions: [c('a', 'gte', 5)] }] }),
    at: [],
  },
  {
    rule: 'never-fires',
    name: 'behind an entry that always denies',
    document: tools({ ...denyIf(), limits: [limit()], approval: {} }),
    at: ['/tools/pay/limits', '/tools/pay/approval'],
  },
  {
    rule: 'never-fires',
    name: 'all_tools that nothing reaches',
    document: { version: '1', default: 'deny', all_tools: denyIf(c('a', 'eq', 1)) },
    at: ['/all_tools'],
  },
  {
    rule: 'never-fires',
    name: 'all_tools behind hide',
    document: { ...tools({}), hide: ['pay'], all_tools: {} },
    at: ['/all_tools'],
  },
  {
    rule: 'never-fires',
    name: 'all_tools of a listed tool',
    document: { ...tools({}), all_tools: {} },
    at: [],
  },
  {
    rule: 'never-holds',
    name: 'a contradiction',
    document: tools(requires(c('a', 'eq', 'x'), c('a', 'contains', 'y'))),
    at: ['/tools/pay/require/0/conditions/1'],
  },
  {
    rule: 'never-holds',
    name: 'no contradiction',
    document: tools(requires(c('a', 'eq', 'x'), c('a', 'contains', 'x'))),
    at: [],
  },
  { rule: 'holds-always', name: 'no conditions', document: tools(requires()), at: ['/tools/pay/require/0'] },
  { rule: 'holds-always', name: 'a deny_if with none', document: tools(denyIf()), at: [] },
];

testRules(REACH, cases);
