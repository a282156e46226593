import { checkPolicy, type PolicyDocument } from '../../../src/policy/index.ts';

/** A call with nothing that changes: the peers know neither callers nor time. */
export interface BenchCall {
  tool: string;
  args: { amount?: number; currency?: string; note?: string };
  allowed: boolean;
}

/** The calls that every engine decides in turn, with the right answers: five that pass and five that do not. */
export const CALLS: readonly BenchCall[] = [
  { tool: 'create_charge', args: { amount: 40, currency: 'EUR' }, allowed: true },
  { tool: 'create_charge', args: { amount: 99.5, currency: 'USD', note: 'monthly' }, allowed: true },
  { tool: 'create_charge', args: { amount: 4000, currency: 'EUR' }, allowed: false },
  { tool: 'create_charge', args: { amount: 40, currency: 'JPY' }, allowed: false },
  { tool: 'create_charge', args: { amount: 40 }, allowed: false },
  { tool: 'create_refund', args: { amount: 20, currency: 'GBP' }, allowed: true },
  { tool: 'create_refund', args: { amount: 51, currency: 'GBP' }, allowed: false },
  { tool: 'list_charges', args: {}, allowed: true },
  { tool: 'list_charges', args: { currency: 'EUR' }, allowed: true },
  { tool: 'delete_account', args: {}, allowed: false },
];

/** The list that is looked through. */
export const CURRENCIES = ['EUR', 'USD', 'GBP', 'CHF', 'SEK'];

const capped = (max: number) => ({
  require: [{ conditions: [{ path: 'args.currency', op: 'in' as const, value: CURRENCIES }] }],
  deny_if: [{ conditions: [{ path: 'args.amount', op: 'gt' as const, value: max }], on_deny: 'Too much.' }],
});

function checked(document: unknown): PolicyDocument {
  const parsed = checkPolicy(document);
  if (!parsed.ok) throw new Error(parsed.errors.map(({ message }) => message).join('\n'));
  return parsed.document;
}

const tools = { create_charge: capped(100), create_refund: capped(50), list_charges: {} };

/** The document: arguments, lists and a default. */
export const DOCUMENT = checked({ version: '1', default: 'deny', tools });

/** The same, with a limit to count on every call that passes. */
export const LIMITED = checked({
  ...DOCUMENT,
  all_tools: { limits: [{ counter: 'calls', window: 'day', max: Number.MAX_SAFE_INTEGER, scope: 'grant' }] },
});

/** The same among so many tools: each with a guard, which is about all that a document of 1 MiB holds for 10,000. */
const among = (count: number): PolicyDocument =>
  checked({
    ...DOCUMENT,
    tools: {
      ...tools,
      ...Object.fromEntries(Array.from({ length: count - 3 }, (_, index) => [`tool_${index}`, guard(index)])),
    },
  });

const guard = (max: number) => ({
  deny_if: [{ conditions: [{ path: 'args.amount', op: 'gt' as const, value: max }] }],
});

export const SMALL = among(10);
export const LARGE = among(10_000);
