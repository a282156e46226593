import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PolicyDocument } from './document.ts';
import { matchesNothing } from './lint/patterns.ts';
import { LINT_RULES, type LintServer, lint } from './lint.ts';
import { loadPolicy } from './load.ts';
import { re2 } from './re2.ts';

const c = (path: string, op: string, value: unknown) => ({ path: `args.${path}`, op, value });
const denyIf = (...conditions: object[]) => ({ deny_if: [{ conditions }] });
const require_ = (...conditions: object[]) => ({ require: [{ conditions }] });
const limit = (over: object = {}) => ({ counter: 'c', window: 'minute', max: 1, scope: 'grant', ...over });
const tools = (pay: object, more: object = {}) => ({
  version: '1',
  default: 'deny',
  tools: { pay, ...more },
});

const server: LintServer = {
  tools: [
    {
      name: 'pay',
      level: 'critical',
      inputSchema: {
        type: 'object',
        properties: {
          amount: { type: 'number' },
          cents: { type: ['integer', 'null'] },
          to: { type: 'string' },
          note: { anyOf: [{ type: 'string' }, { type: 'null' }] },
          items: { type: 'array', items: { type: 'object', properties: { price: { type: 'number' } } } },
          address: { $ref: '#/$defs/address' },
          meta: { type: 'object', additionalProperties: true },
          mode: { enum: ['a', 'b'] },
          any: {},
        },
        required: ['to', 'items'],
        $defs: { address: { type: 'object', properties: { zip: { type: 'string' } }, required: ['zip'] } },
      },
    },
    { name: 'read', level: 'low' },
  ],
};

interface Case {
  rule: string;
  name: string;
  document: object;
  /** Where it is found; empty where it is not. */
  at: string[];
  server?: LintServer;
}

const found: Case[] = [
  {
    rule: 'allows-nothing',
    name: 'nothing is listed',
    document: { version: '1', default: 'deny' },
    at: ['/default'],
  },
  {
    rule: 'allows-nothing',
    name: 'an empty list',
    document: { version: '1', default: 'deny', tools: {} },
    at: ['/default'],
  },
  { rule: 'allows-nothing', name: 'something is listed', document: tools({}), at: [] },
  {
    rule: 'allows-nothing',
    name: 'allowed by default',
    document: { version: '1', default: 'allow' },
    at: [],
  },
  {
    rule: 'hidden-and-listed',
    name: 'by name',
    document: { ...tools({}), hide: ['pay'] },
    at: ['/tools/pay'],
  },
  {
    rule: 'hidden-and-listed',
    name: 'by the star',
    document: { ...tools({}), hide: ['*'] },
    at: ['/tools/pay'],
  },
  { rule: 'hidden-and-listed', name: 'another tool', document: { ...tools({}), hide: ['x'] }, at: [] },
  { rule: 'wildcard', name: 'a star beside names', document: tools({}, { '*': {} }), at: ['/tools/*'] },
  {
    rule: 'wildcard',
    name: 'a star in a name',
    document: { ...tools({}), hide: ['delete_*'] },
    at: ['/hide/0'],
  },
  { rule: 'wildcard', name: 'hide all', document: { ...tools({}), hide: ['*'] }, at: [] },
  {
    rule: 'unknown-tool',
    name: 'listed',
    document: tools({}, { refund: {} }),
    at: ['/tools/refund'],
    server,
  },
  {
    rule: 'unknown-tool',
    name: 'hidden',
    document: { ...tools({}), hide: ['refund'] },
    at: ['/hide/0'],
    server,
  },
  { rule: 'unknown-tool', name: 'the star', document: { ...tools({}), hide: ['*'] }, at: [], server },
  { rule: 'unknown-tool', name: 'no server', document: tools({}, { refund: {} }), at: [] },
  {
    rule: 'critical-by-default',
    name: 'not listed',
    document: { version: '1', default: 'allow' },
    at: ['/default'],
    server,
  },
  {
    rule: 'critical-by-default',
    name: 'listed',
    document: { ...tools({}), default: 'allow' },
    at: [],
    server,
  },
  {
    rule: 'critical-by-default',
    name: 'hidden',
    document: { version: '1', default: 'allow', hide: ['pay'] },
    at: [],
    server,
  },
  { rule: 'critical-by-default', name: 'denied', document: tools({}), at: [], server },
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
    document: tools(require_(c('a', 'eq', 'x'), c('a', 'contains', 'y'))),
    at: ['/tools/pay/require/0/conditions/1'],
  },
  {
    rule: 'never-holds',
    name: 'no contradiction',
    document: tools(require_(c('a', 'eq', 'x'), c('a', 'contains', 'x'))),
    at: [],
  },
  { rule: 'holds-always', name: 'no conditions', document: tools(require_()), at: ['/tools/pay/require/0'] },
  { rule: 'holds-always', name: 'a deny_if with none', document: tools(denyIf()), at: [] },
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
    document: tools(require_(c('amount', 'regex', '^1'))),
    at: ['/tools/pay/require/0/conditions/0'],
    server,
  },
  {
    rule: 'wrong-type',
    name: 'a text that may be null',
    document: tools(require_(c('note', 'lt', 1))),
    at: ['/tools/pay/require/0/conditions/0'],
    server,
  },
  {
    rule: 'wrong-type',
    name: 'an enum of texts',
    document: tools(require_(c('mode', 'lt', 1))),
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
    document: tools({ ...denyIf(c('amount', 'gt', 100)), ...require_(c('amount', 'exists', true)) }),
    at: [],
    server,
  },
  {
    rule: 'optional-guard',
    name: 'required by another operator',
    document: tools({ ...denyIf(c('amount', 'gt', 100)), ...require_(c('amount', 'gte', 0)) }),
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
    document: { ...tools(denyIf(c('amount', 'gt', 100))), all_tools: require_(c('amount', 'exists', true)) },
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
    document: tools(require_(c('items[*].price', 'lt', 100))),
    at: ['/tools/pay/require/0/conditions/0'],
  },
  {
    rule: 'one-is-enough',
    name: 'a deny_if over elements',
    document: tools(denyIf(c('items[*].price', 'gt', 100))),
    at: [],
  },
  {
    rule: 'matches-everything',
    name: 'may match nothing',
    document: tools(require_(c('to', 'regex', '[a-z]*'))),
    at: ['/tools/pay/require/0/conditions/0/value'],
  },
  {
    rule: 'matches-everything',
    name: 'anchored',
    document: tools(require_(c('to', 'regex', '^[a-z]*$'))),
    at: [],
  },
  {
    rule: 'matches-nothing',
    name: 'text behind the end',
    document: tools(denyIf(c('to', 'regex', 'a$b'))),
    at: ['/tools/pay/deny_if/0/conditions/0/value'],
  },
  {
    rule: 'matches-nothing',
    name: 'a plain pattern',
    document: tools(denyIf(c('to', 'regex', '^a+$'))),
    at: [],
  },
  {
    rule: 'unanchored-require',
    name: 'found anywhere',
    document: tools(require_(c('to', 'regex', 'safe'))),
    at: ['/tools/pay/require/0/conditions/0/value'],
  },
  {
    rule: 'unanchored-require',
    name: 'anchored behind a flag',
    document: tools(require_(c('to', 'regex', '(?i)^safe$'))),
    at: [],
  },
  {
    rule: 'unanchored-require',
    name: 'in a deny_if',
    document: tools(denyIf(c('to', 'regex', 'evil'))),
    at: [],
  },
];

async function documentOf(value: object): Promise<PolicyDocument> {
  const loaded = await loadPolicy(value);
  assert.ok(loaded.ok, loaded.ok ? '' : loaded.errors.map(({ message }) => message).join('\n'));
  return loaded.document;
}

for (const { at, document, name, rule, server: known } of found) {
  test(`${rule}: ${name}${at.length === 0 ? ' is fine' : ''}`, async () => {
    const findings = lint(await documentOf(document), known, re2).filter((one) => one.rule === rule);
    assert.deepEqual(
      findings.map(({ pointer }) => pointer),
      at,
    );
    for (const { message } of findings) assert.match(message, /[.?]$/);
  });
}

test('every rule is found once at least, and once not', () => {
  for (const { id } of LINT_RULES) {
    const cases = found.filter(({ rule }) => rule === id);
    assert.ok(
      cases.some(({ at }) => at.length > 0),
      id,
    );
    assert.ok(
      cases.some(({ at }) => at.length === 0),
      id,
    );
  }
});

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

test('patterns that plainly match nothing', () => {
  for (const pattern of ['$a', 'a$b', 'a^', 'x\\Ay', '\\zz', '[^\\s\\S]', 'a[^\\d\\D]+'])
    assert.ok(matchesNothing(pattern), pattern);
  for (const pattern of [
    '',
    '^a$',
    'a|$b',
    '(?m)a$\nb',
    '$',
    'a$',
    '^',
    '(^a)',
    'a*^b',
    '\\$a',
    '[$]a',
    '$a?',
    '$a*',
    'a\\^',
    '[^\\s\\S]*',
  ]) {
    assert.ok(!matchesNothing(pattern), pattern);
  }
});
