import type { PolicyDocument } from '../policy/document.ts';
import type { Claim } from '../recommend/claims.ts';
import { entryOf, START, type Workspace } from './workspace.ts';

const MINUTE = 60_000;

/** The policy that the simulator opens with: one tool with a cap and a limit, one with an approval, one hidden. */
export const EXAMPLE_POLICY: PolicyDocument = {
  version: '1',
  default: 'deny',
  hide: ['delete_account'],
  tools: {
    create_charge: {
      deny_if: [
        {
          conditions: [{ path: 'args.amount', op: 'gt', value: 500 }],
          on_deny: 'A single charge may not exceed 500.',
        },
      ],
      limits: [{ counter: 'create_charge_rate', window: 'minute', max: 30, scope: 'grant' }],
    },
    refund_charge: {
      require: [{ conditions: [{ path: 'args.reason', op: 'exists', value: true }] }],
      limits: [
        { counter: 'refunded', window: 'day', max: 1000, scope: 'grant', increment_from: 'args.amount' },
      ],
      approval: { on_deny: 'A person must approve every refund.', expires: '10m' },
    },
    list_charges: {},
  },
};

const charge = { amount: 20, currency: 'EUR' };
const AMOUNT = { type: 'number' };
const CURRENCY = { type: 'string', enum: ['EUR', 'USD'] };

/** What the simulator shows at first: 31 calls in a minute, and what else the policy says. */
export const EXAMPLE: Workspace = {
  title: 'A payment server',
  policy: JSON.stringify(EXAMPLE_POLICY, null, 2),
  base: JSON.stringify(EXAMPLE_POLICY, null, 2),
  entries: [
    entryOf('create_charge', charge, START, { times: 31, over: MINUTE }),
    entryOf('create_charge', charge, START + MINUTE),
    entryOf('create_charge', { ...charge, amount: 900 }, START + MINUTE + 5_000),
    entryOf('refund_charge', { charge: 'ch_1', amount: 20, reason: 'Sent twice' }, START + MINUTE + 20_000),
    entryOf('refund_charge', { charge: 'ch_1', amount: 20, reason: 'Sent twice' }, START + MINUTE + 40_000, {
      approval: 'granted',
    }),
    entryOf('delete_account', { id: 'acct_1' }, START + MINUTE + 50_000),
  ],
  clock: START + 2 * MINUTE,
  tools: [
    {
      name: 'create_charge',
      inputSchema: {
        type: 'object',
        properties: { amount: AMOUNT, currency: CURRENCY },
        required: ['amount', 'currency'],
      },
    },
    {
      name: 'refund_charge',
      inputSchema: {
        type: 'object',
        properties: { charge: { type: 'string' }, amount: AMOUNT, reason: { type: 'string' } },
        required: ['charge', 'amount'],
      },
    },
    { name: 'list_charges', inputSchema: { type: 'object', properties: { limit: { type: 'integer' } } } },
    {
      name: 'delete_account',
      inputSchema: { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] },
    },
  ],
};

const call = { tool: 'create_charge', args: charge, outcome: 'allow', rule: '' } as const;

/** What the page says of the example, for `prove` to run when the page is built. */
export const EXAMPLE_CLAIMS: readonly Claim[] = [
  { ...call, kind: 'within', times: 30, at: 0 },
  {
    ...call,
    kind: 'over',
    times: 1,
    at: 0,
    outcome: 'deny',
    rule: '/tools/create_charge/limits/create_charge_rate',
  },
  { ...call, kind: 'later', times: 1, at: MINUTE },
  {
    ...call,
    kind: 'varied',
    args: { ...charge, amount: 900 },
    varied: { path: 'args.amount', value: 900 },
    times: 1,
    at: MINUTE,
    outcome: 'deny',
    rule: '/tools/create_charge/deny_if/args.amount-gt',
  },
  {
    kind: 'unlisted',
    tool: 'a_tool_that_is_not_listed',
    args: {},
    times: 1,
    at: MINUTE,
    outcome: 'deny',
    rule: '(default deny)',
  },
];
