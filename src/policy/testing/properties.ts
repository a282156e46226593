import assert from 'node:assert/strict';
import fc from 'fast-check';
import { amountText } from '../amount.ts';
import { fingerprint } from '../approvals.ts';
import type { Edit } from '../attempt.ts';
import { compile } from '../compile.ts';
import { type Charge, memoryCounters, type Reservation } from '../counters.ts';
import { decide, memoryState } from '../decide.ts';
import type { Call, Decision } from '../decision.ts';
import type { Json, PolicyDocument, ToolRule } from '../document.ts';
import { edited, LEFT_OUT } from '../edit.ts';
import { explain } from '../explain.ts';
import { lint } from '../lint.ts';
import { checkPolicy, parsePolicy } from '../parse.ts';
import { segmentsOf } from '../path.ts';
import { namesOf } from '../pointer.ts';
import { re2 } from '../re2.ts';
import * as arbitrary from './arbitrary.ts';
import { Reference } from './reference.ts';

/*
 * What must be true of every document and every call. The unit tests try each so many times; the fuzz command tries
 * them for as long as it is given.
 */

/** One thing that must be true. */
export interface Property {
  name: string;
  /** How many inputs the unit tests try. */
  runs: number;
  property: fc.IRawProperty<unknown, false>;
}

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

const asReference = fc.property(
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

const denyMore = fc.property(
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

const keyOrder = fc.property(arbitrary.policy, calls, (document, sequence) => {
  assert.deepEqual(run(reversed(document), reversed(sequence)), run(document, sequence));
});

const oddArguments = fc.dictionary(fc.constantFrom('x', 'y', 'amount', 'items'), arbitrary.notJson, {
  noNullPrototype: true,
});

const neverThrows = fc.property(
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

const explainsItself = fc.property(arbitrary.policy, calls, (document, sequence) => {
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

const changeFlips = fc.property(arbitrary.policy, arbitrary.call, (document, call) => {
  const { change, outcome } = explain(compile(document, re2), call, memoryState());
  if (change === undefined || change.edits.some(({ kind }) => kind === 'calls')) return;
  const changed = change.edits.reduce(applied, { document, call: { ...call, args: call.args ?? {} } });
  const state = memoryState();
  const approved = outcome === 'allow' || change.edits.some(({ kind }) => kind === 'approval');
  const print = approved ? fingerprint(call.tool, changed.call.args) : undefined;
  if (print !== undefined) {
    state.approvals.give({ grant: call.grant, fingerprint: print, at: changed.call.at });
  }
  assert.equal(decide(compile(changed.document, re2), changed.call, state).outcome, change.outcome);
  assert.notEqual(change.outcome, outcome);
});

const printed = fc.property(arbitrary.policy, (document) => {
  assert.deepEqual(parsePolicy(JSON.stringify(document), re2), { ok: true, document });
});

/** What a test does to a store: reserve a step, or settle an earlier reservation. */
const action = fc.oneof(
  fc.record({
    does: fc.constant('reserve' as const),
    step: fc.constantFrom(0, 0.1, 0.7, 1, 1.5),
    at: fc.nat(3),
  }),
  fc.record({ does: fc.constantFrom('keep' as const, 'rollBack' as const), which: fc.nat(9) }),
);

interface Taken {
  step: number;
  start: number;
  reservation: Reservation;
  settled?: 'keep' | 'rollBack';
}

const counterAt = (start: number, step: number): Charge => ({
  counter: 'c',
  scope: 'grant',
  caller: 'g',
  start,
  step,
  max: 2,
  again: false,
});

/** Counts in tenths what is taken from one window and was not given back. */
const tenths = (taken: readonly Taken[], window: number): number =>
  taken
    .filter(({ settled, start }) => start === window && settled !== 'rollBack')
    .reduce((sum, { step }) => sum + Math.round(step * 10), 0);

const countersHold = fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
  const store = memoryCounters();
  const taken: Taken[] = [];
  for (const one of actions) {
    if (one.does === 'reserve') {
      const charge = counterAt(one.at * 60_000, one.step);
      const reservation = store.reserve([charge]);
      const { start } = store.read(charge);
      if (typeof reservation === 'object') taken.push({ step: one.step, start, reservation });
    } else {
      const found = taken[one.which];
      found?.reservation[one.does]();
      if (found !== undefined) found.settled ??= one.does;
    }
    const { amount, start } = store.read(counterAt(-60_000, 0));
    assert.ok(tenths(taken, start) <= 20);
    if (taken.length > 0) assert.equal(amountText(amount), String(tenths(taken, start) / 10));
  }
});

/** Documents with one place spoilt: anything JSON, or something else, in place of what belongs there. */
const spoilt = fc
  .tuple(arbitrary.policy, fc.nat(), fc.oneof(arbitrary.json, arbitrary.notJson))
  .map(([document, where, value]) => {
    const places: string[][] = [[]];
    for (const place of places) {
      const inner = place.reduce<unknown>((outer, key) => (outer as Record<string, unknown>)[key], document);
      if (typeof inner !== 'object' || inner === null) continue;
      for (const key of Object.keys(inner)) places.push([...place, key]);
    }
    return edited(document, places[where % places.length] ?? [], value as Json);
  });

const refusedOrSound = fc.property(fc.oneof(spoilt, arbitrary.notJson), arbitrary.call, (value, call) => {
  const checked = checkPolicy(value, re2);
  if (checked.ok) {
    lint(checked.document, undefined, re2);
    run(checked.document, [call]);
  } else {
    assert.ok(checked.errors.length > 0);
    for (const { expected, found, message } of checked.errors)
      assert.ok(message.includes(found) && message.includes(expected));
  }
});

/** Texts of documents with a piece taken out, doubled, or replaced by another. */
const spoiltText = fc
  .tuple(
    arbitrary.policy,
    fc.nat(),
    fc.nat(12),
    fc.constantFrom('', '"', '{', '}', '[', '\\', ',', ':', '1e400', '\ud800', '__proto__'),
  )
  .map(([document, at, length, piece]) => {
    const text = JSON.stringify(document);
    const from = at % text.length;
    return [text.slice(0, from), piece, text.slice(from + length)].join('');
  });

const anyText = fc.property(fc.oneof(spoiltText, fc.string({ unit: 'binary' })), (text) => {
  const parsed = parsePolicy(text, re2);
  assert.ok(parsed.ok || parsed.errors.length > 0);
});

export const PROPERTIES: readonly Property[] = [
  { name: 'the engine decides as the contract read line by line', runs: 1000, property: asReference },
  { name: 'denying more never widens access', runs: 500, property: denyMore },
  { name: 'the order of keys never changes a decision', runs: 300, property: keyOrder },
  { name: 'no argument value ever throws', runs: 1000, property: neverThrows },
  {
    name: 'explain decides as decide does, and its trace ends with what decided',
    runs: 300,
    property: explainsItself,
  },
  { name: 'the change that explain names flips the decision', runs: 500, property: changeFlips },
  { name: 'a printed document parses to itself', runs: 300, property: printed },
  {
    name: 'no interleaving of reserve, keep and roll back breaks a counter',
    runs: 500,
    property: countersHold,
  },
  { name: 'a value is refused with its faults, or decides', runs: 500, property: refusedOrSound },
  { name: 'a text is refused with its faults, or is a document', runs: 500, property: anyText },
];
