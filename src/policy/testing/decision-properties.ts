import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fingerprint } from '../approvals.ts';
import { compile } from '../compile.ts';
import { decide, memoryState } from '../decide.ts';
import type { Call } from '../decision.ts';
import type { PolicyDocument, ToolRule } from '../document.ts';
import { explain } from '../explain.ts';
import { re2 } from '../re2.ts';
import * as arbitrary from './arbitrary.ts';
import { Reference } from './reference.ts';
import { RANK, run, told } from './run.ts';

const calls = fc.array(arbitrary.call, { minLength: 1, maxLength: 6 });

export const asReference = fc.property(
  arbitrary.policy,
  fc.array(fc.tuple(arbitrary.call, fc.boolean()), { maxLength: 8 }),
  (document, steps) => {
    const policy = compile(document, re2);
    const state = memoryState();
    const reference = new Reference(document);
    for (const [call, approved] of steps) {
      const print = approved ? fingerprint(call.tool, call.args ?? {}) : undefined;
      if (print !== undefined) {
        state.approvals.give({ grant: call.grant, fingerprint: print, at: call.at });
        reference.approve(call, call.at);
      }
      const { outcome, rule } = decide(policy, call, state);
      assert.deepEqual({ outcome, rule }, reference.decide(call));
    }
  },
);

type Rule = Omit<ToolRule, 'approval'>;

/** The ways to deny more: by hiding, by default, and by an entry here or there. */
const DENY_MORE: readonly ((
  document: PolicyDocument,
  tool: string,
  more: NonNullable<Rule['deny_if']>,
) => PolicyDocument)[] = [
  (document, tool) => ({
    ...document,
    hide: document.hide?.[0] === '*' ? ['*'] : [...(document.hide ?? []), tool],
  }),
  (document) => ({ ...document, default: 'deny' }),
  (document, _, more) => ({ ...document, all_tools: withEntries(document.all_tools ?? {}, 'deny_if', more) }),
  (document, _, more) => ({ ...document, all_tools: withEntries(document.all_tools ?? {}, 'require', more) }),
  (document, tool, more) => {
    const { tools = {} } = document;
    if (!Object.hasOwn(tools, tool)) return document;
    const rule = withEntries(tools[tool] as ToolRule, 'deny_if', more);
    return { ...document, tools: Object.fromEntries([...Object.entries(tools), [tool, rule]]) };
  },
];

const withEntries = <R extends Rule>(
  rule: R,
  kind: 'require' | 'deny_if',
  more: NonNullable<Rule['deny_if']>,
): R => ({
  ...rule,
  [kind]: [...more, ...(rule[kind] ?? [])],
});

export const denyMore = fc.property(
  arbitrary.policy,
  arbitrary.call,
  fc.record({ conditions: fc.array(arbitrary.condition, { maxLength: 2 }) }),
  fc.constantFrom(...DENY_MORE),
  (document, call, entry, change) => {
    const [before] = run(document, [call]);
    const [after] = run(change(document, call.tool, [entry]), [call]);
    assert.ok(before !== undefined && after !== undefined && RANK[after.outcome] <= RANK[before.outcome]);
  },
);

/** The same JSON with the keys of every object the other way round. */
function reversed<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(reversed) as T;
  const members = Object.entries(value).reverse();
  return Object.fromEntries(members.map(([key, inner]) => [key, reversed(inner)])) as T;
}

export const keyOrder = fc.property(arbitrary.policy, calls, (document, sequence) => {
  assert.deepEqual(run(reversed(document), reversed(sequence)), run(document, sequence));
});

const oddArguments = fc.dictionary(fc.constantFrom('x', 'y', 'amount', 'items'), arbitrary.notJson, {
  noNullPrototype: true,
});

export const neverThrows = fc.property(
  arbitrary.policy,
  arbitrary.toolName,
  fc.oneof(oddArguments, arbitrary.notJson),
  (document, tool, args) => {
    const decision = explain(
      compile(document, re2),
      { tool, args, grant: 'g', at: 0 } as Call,
      memoryState(),
    );
    assert.ok(Object.hasOwn(RANK, decision.outcome));
    assert.equal(JSON.parse(JSON.stringify(decision)).message, decision.message);
  },
);

export const explainsItself = fc.property(arbitrary.policy, calls, (document, sequence) => {
  const policy = compile(document, re2);
  const [one, two] = [memoryState(), memoryState()];
  for (const call of sequence) {
    const decision = decide(policy, call, one);
    const explanation = explain(policy, call, two);
    assert.deepEqual(told(explanation), told(decision));
    const last = explanation.trace.at(-1);
    assert.ok(explanation.trace.slice(0, -1).every(({ result }) => result === 'pass'));
    assert.equal(last?.result, decision.outcome === 'allow' ? 'pass' : decision.outcome);
    if (decision.outcome === 'allow') continue;
    assert.equal(last?.rule, decision.rule);
    assert.ok(`${decision.pointer}/`.startsWith(`${last?.pointer}/`));
  }
});
