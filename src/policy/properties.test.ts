import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fingerprint } from './approvals.ts';
import * as arbitrary from './arbitrary.ts';
import type { Edit } from './attempt.ts';
import { compile } from './compile.ts';
import { decide, memoryState } from './decide.ts';
import type { Call, Decision } from './decision.ts';
import type { Json, PolicyDocument, ToolRule } from './document.ts';
import { edited, LEFT_OUT } from './edit.ts';
import { explain } from './explain.ts';
import { parsePolicy } from './parse.ts';
import { segmentsOf } from './path.ts';
import { namesOf } from './pointer.ts';
import { re2 } from './re2.ts';
import { Reference } from './reference.ts';

const RANK = { deny: 0, ask: 1, allow: 2 };
const calls = fc.array(arbitrary.call, { minLength: 1, maxLength: 6 });

const told = ({ message, outcome, pointer, retry_after_ms, rule }: Decision) => ({
  message,
  outcome,
  pointer,
  retry_after_ms,
  rule,
});

/** The decisions on a sequence of calls, from empty state. */
function run(document: PolicyDocument, sequence: readonly Call[]) {
  const policy = compile(document, re2);
  const state = memoryState();
  return sequence.map((call) => told(decide(policy, call, state)));
}

/** The same JSON with the keys of every object the other way round. */
function reversed<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(reversed) as T;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  ) as T;
}

const withRule = (
  document: PolicyDocument,
  tool: string,
  change: (rule: ToolRule) => ToolRule,
): PolicyDocument => {
  const tools = document.tools ?? {};
  const rule = Object.hasOwn(tools, tool) ? (tools[tool] as ToolRule) : {};
  return { ...document, tools: Object.fromEntries([...Object.entries(tools), [tool, change(rule)]]) };
};

test('the engine decides as the contract read line by line', () => {
  fc.assert(
    fc.property(
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
    ),
    { numRuns: 2000 },
  );
});

test('adding a denial never widens access', () => {
  const more = fc.record({ conditions: fc.array(arbitrary.condition, { maxLength: 2 }) });
  fc.assert(
    fc.property(arbitrary.policy, arbitrary.call, more, fc.nat(4), (document, call, predicate, where) => {
      const listed = Object.hasOwn(document.tools ?? {}, call.tool) || document.default === 'allow';
      const changes: PolicyDocument[] = [
        { ...document, hide: document.hide?.[0] === '*' ? ['*'] : [...(document.hide ?? []), call.tool] },
        { ...document, default: 'deny' },
        {
          ...document,
          all_tools: { ...document.all_tools, deny_if: [predicate, ...(document.all_tools?.deny_if ?? [])] },
        },
        {
          ...document,
          all_tools: { ...document.all_tools, require: [predicate, ...(document.all_tools?.require ?? [])] },
        },
        listed
          ? withRule(document, call.tool, (rule) => ({
              ...rule,
              deny_if: [...(rule.deny_if ?? []), predicate],
            }))
          : document,
      ];
      const [before, after] = [run(document, [call]), run(changes[where] as PolicyDocument, [call])];
      assert.ok(RANK[(after[0] as Decision).outcome] <= RANK[(before[0] as Decision).outcome]);
    }),
    { numRuns: 1000 },
  );
});

test('the order of keys never changes a decision', () => {
  fc.assert(
    fc.property(arbitrary.policy, calls, (document, sequence) => {
      assert.deepEqual(run(reversed(document), reversed(sequence)), run(document, sequence));
    }),
    { numRuns: 500 },
  );
});

test('no argument value ever throws, and none that cannot be read is allowed by a condition on it', () => {
  const odd = fc.dictionary(fc.constantFrom('x', 'y', 'amount', 'items'), arbitrary.notJson, {
    noNullPrototype: true,
  });
  fc.assert(
    fc.property(
      arbitrary.policy,
      arbitrary.toolName,
      fc.oneof(odd, arbitrary.notJson),
      (document, tool, args) => {
        const call = { tool, args, grant: 'g', at: 0 } as Call;
        const decision = explain(compile(document, re2), call, memoryState());
        assert.ok(['allow', 'deny', 'ask'].includes(decision.outcome));
        assert.equal(typeof decision.message, 'string');
        JSON.stringify(decision);
      },
    ),
    { numRuns: 2000 },
  );
});

test('explain decides as decide does, and its trace ends with what decided', () => {
  fc.assert(
    fc.property(arbitrary.policy, calls, (document, sequence) => {
      const policy = compile(document, re2);
      const [one, two] = [memoryState(), memoryState()];
      for (const call of sequence) {
        const decision = decide(policy, call, one);
        const explanation = explain(policy, call, two);
        assert.deepEqual(told(explanation), told(decision));
        const last = explanation.trace.at(-1);
        const before = explanation.trace.slice(0, -1);
        assert.ok(before.every(({ result }) => result === 'pass'));
        assert.equal(last?.result, decision.outcome === 'allow' ? 'pass' : decision.outcome);
        if (decision.outcome !== 'allow') {
          assert.equal(last?.rule, decision.rule);
          assert.ok(`${decision.pointer}/`.startsWith(`${last?.pointer}/`));
        }
      }
    }),
    { numRuns: 500 },
  );
});

test('the change that explain names really flips the decision', () => {
  let flipped = 0;
  fc.assert(
    fc.property(arbitrary.policy, arbitrary.call, (document, call) => {
      const { change, outcome } = explain(compile(document, re2), call, memoryState());
      if (change === undefined || change.edits.some(({ kind }) => kind === 'calls')) return;
      const changed = change.edits.reduce(applied, { document, call: { ...call, args: call.args ?? {} } });
      const state = memoryState();
      const approved = outcome === 'allow' || change.edits.some(({ kind }) => kind === 'approval');
      const print = approved ? fingerprint(call.tool, changed.call.args) : undefined;
      if (print !== undefined)
        state.approvals.give({ grant: call.grant, fingerprint: print, at: changed.call.at });
      assert.equal(decide(compile(changed.document, re2), changed.call, state).outcome, change.outcome);
      assert.notEqual(change.outcome, outcome);
      flipped++;
    }),
    { numRuns: 1000 },
  );
  assert.ok(flipped > 500, `only ${flipped} of 1000 decisions were flipped`);
});

interface Changed {
  document: PolicyDocument;
  call: Call & { args: object };
}

function applied({ call, document }: Changed, edit: Edit): Changed {
  const wish = 'value' in edit ? (edit.value as Json) : LEFT_OUT;
  switch (edit.kind) {
    case 'document':
      return { call, document: edited(document, namesOf(edit.pointer), wish) as PolicyDocument };
    case 'argument':
      return { document, call: { ...call, args: edited(call.args, segmentsOf(edit.path), wish) as object } };
    case 'time':
      return { document, call: { ...call, at: Date.parse(edit.at) } };
    default:
      return { document, call };
  }
}

test('a printed document parses to itself', () => {
  fc.assert(
    fc.property(arbitrary.policy, (document) => {
      const parsed = parsePolicy(JSON.stringify(document), re2);
      assert.deepEqual(parsed, { ok: true, document });
    }),
    { numRuns: 500 },
  );
});
