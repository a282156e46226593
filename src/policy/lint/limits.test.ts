import { type LintCase, limit, testRules, tools } from '../testing/lint-cases.ts';
import { LIMITS } from './limits.ts';

const cases: LintCase[] = [
  {
    rule: 'limit-of-zero',
    name: 'a rate',
    document: tools({ limits: [limit({ max: 0 })] }),
    at: ['/tools/pay/limits/0/max'],
  },
  {
    rule: 'limit-of-zero',
    name: 'in all_tools',
    document: { ...tools({}), all_tools: { limits: [limit({ max: 0 })] } },
    at: ['/all_tools/limits/0/max'],
  },
  { rule: 'limit-of-zero', name: 'a rate of one', document: tools({ limits: [limit()] }), at: [] },
  {
    rule: 'two-maxima',
    name: 'in two tools',
    document: tools({ limits: [limit()] }, { b: { limits: [limit({ max: 2 })] } }),
    at: ['/tools/b/limits/0/max'],
  },
  {
    rule: 'two-maxima',
    name: 'the same twice',
    document: tools({ limits: [limit()] }, { b: { limits: [limit()] } }),
    at: [],
  },
  {
    rule: 'two-maxima',
    name: 'in two scopes',
    document: tools({ limits: [limit(), limit({ max: 2, scope: 'server' })] }),
    at: [],
  },
];

testRules(LIMITS, cases);
