import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Action, reduce } from './actions.ts';
import { BOUNDS, entryOf, START, type Workspace } from './workspace.ts';

const empty: Workspace = { title: '', policy: '', base: '', entries: [], clock: START, tools: [] };
const after = (...actions: Action[]): Workspace => actions.reduce(reduce, empty);
const call = (tool: string, at: number, more = {}) => entryOf(tool, {}, START + at, more);
const add = (tool: string, at: number, more = {}): Action => ({ do: 'add', entry: call(tool, at, more) });
const told = ({ entries }: Workspace) => entries.map(({ tool, at }) => `${tool} ${at - START}`);

test('an added call moves the clock to its end, and never back', () => {
  assert.equal(after(add('a', 5, { times: 3, over: 100 })).clock, START + 105);
  assert.equal(after(add('a', 50), add('b', 10)).clock, START + 50);
});

test('neighbours change places and leave the times in order', () => {
  const two = [add('a', 0), add('b', 10), add('c', 20)] as const;
  assert.deepEqual(told(after(...two, { do: 'move', index: 0, by: 1 })), ['b 0', 'a 10', 'c 20']);
  assert.deepEqual(told(after(...two, { do: 'move', index: 2, by: -1 })), ['a 0', 'c 10', 'b 20']);
  assert.deepEqual(told(after(...two, { do: 'move', index: 2, by: 1 })), ['a 0', 'b 10', 'c 20']);
  assert.deepEqual(told(after(...two, { do: 'move', index: 0, by: -1 })), ['a 0', 'b 10', 'c 20']);
});

test('a repeated call starts where the first ends', () => {
  assert.deepEqual(told(after(add('a', 0, { times: 2, over: 60 }), { do: 'repeat', index: 0 })), [
    'a 0',
    'a 60',
  ]);
});

test('calls are edited, approved, removed', () => {
  const one = [add('a', 0), add('b', 1)];
  assert.deepEqual(told(after(...one, { do: 'remove', index: 0 })), ['b 1']);
  assert.equal(after(...one, { do: 'edit', index: 1, change: { tool: 'c' } }).entries[1]?.tool, 'c');
  const granted = after(...one, { do: 'approve', index: 0, approval: 'granted' });
  assert.equal(granted.entries[0]?.approval, 'granted');
  assert.ok(
    !('approval' in (reduce(granted, { do: 'approve', index: 0, approval: undefined }).entries[0] ?? {})),
  );
});

test('what cannot be done leaves the workspace as it is', () => {
  const one = after(add('a', 0));
  const impossible: Action[] = [
    { do: 'edit', index: 9, change: {} },
    { do: 'repeat', index: 9 },
    { do: 'approve', index: 9, approval: 'granted' },
    add('b', 0, { times: BOUNDS.calls }),
    { do: 'edit', index: 0, change: { times: BOUNDS.calls + 1 } },
  ];
  for (const action of impossible) assert.equal(reduce(one, action), one, action.do);
});

test('no action changes the workspace that it is given', () => {
  const frozen = Object.freeze({ ...after(add('a', 0), add('b', 1)) });
  Object.freeze(frozen.entries);
  const actions: Action[] = [
    add('c', 2),
    { do: 'move', index: 0, by: 1 },
    { do: 'remove', index: 0 },
    { do: 'repeat', index: 0 },
    { do: 'empty' },
    { do: 'policy', text: 'x' },
    { do: 'swap' },
  ];
  for (const action of actions) assert.doesNotThrow(() => reduce(frozen, action), action.do);
});
