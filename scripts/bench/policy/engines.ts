import * as cedar from '@cedar-policy/cedar-wasm/nodejs';
import { parse } from '@marcbachmann/cel-js';
// @ts-expect-error: the package has no types.
import jsonLogic from 'json-logic-js';
import { Engine } from 'json-rules-engine';
import { compile, decide, memoryState, type PolicyDocument } from '../../../src/policy/index.ts';
import { type BenchCall, CURRENCIES } from './case.ts';

/** Decides one call: true for allow. */
export type Decider = (call: BenchCall) => boolean | Promise<boolean>;

/** This project's engine. */
export function callwarden(document: PolicyDocument): Decider {
  const policy = compile(document);
  const state = memoryState();
  const at = Date.UTC(2026, 0, 1);
  return ({ tool, args }) => decide(policy, { tool, args, grant: 'default', at }, state).outcome === 'allow';
}

/** CEL, parsed once to a function. */
export function cel(): Decider {
  const capped = (max: number): string =>
    `("currency" in args && args.currency in ${JSON.stringify(CURRENCIES)} && !("amount" in args && args.amount > ${max}.0))`;
  const evaluate = parse(
    `tool == "create_charge" ? ${capped(100)} : tool == "create_refund" ? ${capped(50)} : tool == "list_charges"`,
  );
  return (call) => evaluate(call) as boolean;
}

/** JsonLogic, which interprets its rule anew for every call. */
export function logic(): Decider {
  const is = (name: string) => ({ '==': [{ var: 'tool' }, name] });
  const capped = (max: number) => ({
    and: [{ in: [{ var: 'args.currency' }, CURRENCIES] }, { '!': { '>': [{ var: 'args.amount' }, max] } }],
  });
  const rule = {
    if: [is('create_charge'), capped(100), is('create_refund'), capped(50), is('list_charges')],
  };
  return (call) => jsonLogic.apply(rule, call) === true;
}

/** json-rules-engine, whose runs are asynchronous. */
export function rulesEngine(): Decider {
  const engine = new Engine([], { allowUndefinedFacts: true });
  const tool = (value: string) => ({ fact: 'tool', operator: 'equal', value });
  const arg = (path: string, operator: string, value: unknown) => ({ fact: 'args', path, operator, value });
  const capped = (name: string, max: number) => ({
    conditions: {
      all: [tool(name), arg('$.currency', 'in', CURRENCIES), arg('$.amount', 'lessThanInclusive', max)],
    },
    event: { type: 'allow' },
  });
  engine.addRule(capped('create_charge', 100));
  engine.addRule(capped('create_refund', 50));
  engine.addRule({ conditions: { all: [tool('list_charges')] }, event: { type: 'allow' } });
  return async (call) => (await engine.run({ ...call })).events.length > 0;
}

/** Cedar in WebAssembly, with its policies parsed before. Cedar has whole numbers only, so amounts go in cents. */
export function cedarWasm(): Decider {
  const capped = (name: string, cents: number): string =>
    `permit(principal, action == Action::"${name}", resource) when { context has currency && ${JSON.stringify(CURRENCIES)}.contains(context.currency) && !(context has amount && context.amount > ${cents}) };`;
  const staticPolicies = `${capped('create_charge', 10_000)} ${capped('create_refund', 5000)} permit(principal, action == Action::"list_charges", resource);`;
  cedar.preparsePolicySet('bench', { staticPolicies });
  return ({ tool, args }) => {
    const answer = cedar.statefulIsAuthorized({
      principal: { type: 'Grant', id: 'default' },
      action: { type: 'Action', id: tool },
      resource: { type: 'Server', id: 'server' },
      context: args.amount === undefined ? { ...args } : { ...args, amount: Math.round(args.amount * 100) },
      entities: [],
      preparsedPolicySetId: 'bench',
    });
    return answer.type === 'success' && answer.response.decision === 'allow';
  };
}
