import { TIME_MAX } from '../../policy/window.ts';
import type { Mark, Marks } from '../check.ts';
import { isObject, isTooDeep, readJsonText } from '../start/plain-json.ts';
import { BOUNDS, callCount, type Entry, GRANT, type KnownTool, type Workspace } from '../workspace.ts';
import { filled, listOf, type Member, objectOf, oneOf, such, text, whole } from './shape.ts';

const time = whole(-TIME_MAX, TIME_MAX);
const name = text(BOUNDS.name, 1);

const ENTRY: Readonly<Record<keyof Entry, Member>> = {
  tool: { check: name },
  args: {
    check: such((value) => isObject(value) && !isTooDeep(value), 'a JSON object, not too deep'),
  },
  grant: { check: text(BOUNDS.name), optional: true, absent: GRANT },
  at: { check: time },
  times: { check: whole(1, BOUNDS.calls), optional: true, absent: 1 },
  over: { check: whole(0, TIME_MAX), optional: true, absent: 0 },
  approval: { check: oneOf('granted', 'refused'), optional: true },
  grantedBefore: { check: whole(1, TIME_MAX), optional: true },
  upstream: { check: oneOf('failed', 'pending'), optional: true },
  unguarded: { check: oneOf(true), optional: true },
  note: { check: text(1000), optional: true },
};

/** Deeper than any input schema seen. */
const SCHEMA_DEPTH = 100;
/** More findings than this are looked for anew. */
const MARKS = 1000;

const TOOL: Readonly<Record<keyof KnownTool, Member>> = {
  name: { check: name },
  inputSchema: { check: such((value) => !isTooDeep(value, SCHEMA_DEPTH), 'not too deep'), optional: true },
  level: { check: text(40), optional: true },
};

const MARK: Readonly<Record<keyof Mark, Member>> = {
  level: { check: oneOf('error', 'warning', 'note') },
  pointer: { check: text(BOUNDS.text) },
  message: { check: text(BOUNDS.text) },
  rule: { check: text(40), optional: true },
};

/** A workspace as it is kept and shared, version 1. Later versions must read it. */
const SAVED: Readonly<Record<keyof Workspace | 'version' | 'checked', Member>> = {
  version: { check: oneOf(1) },
  title: { check: text(400) },
  policy: { check: text(BOUNDS.text) },
  base: { check: text(BOUNDS.text), optional: true },
  clock: { check: time },
  entries: { check: listOf(objectOf(ENTRY), BOUNDS.entries) },
  tools: { check: listOf(objectOf(TOOL), BOUNDS.tools), optional: true, absent: [] },
  checked: { check: listOf(listOf(objectOf(MARK), MARKS), 2, 2), optional: true },
};

const isSaved = objectOf(SAVED);

const failed = (place: string, expected: string) => ({
  fault: `It is not a session of the simulator (${place}: expected ${expected}).`,
});

/** A workspace, with what was found in its two documents if it was kept with that. */
export interface Saved {
  workspace: Workspace;
  checked?: readonly [policy: Marks, base: Marks];
}

/** Reads a saved workspace. Never throws; a fault is told in a sentence. */
export function readSaved(source: string): Saved | { fault: string } {
  const value = readJsonText(source);
  const misfit = isSaved(value);
  if (misfit) return failed(misfit.at.length ? `at ${misfit.at.join('.')}` : 'at the top', misfit.expected);
  const {
    version: _,
    checked,
    ...saved
  } = filled(SAVED, value as object) as unknown as Workspace & Omit<Saved, 'workspace'> & { version: 1 };
  const entries = saved.entries.map((entry) => filled(ENTRY, entry) as unknown as Entry);
  if (callCount(entries) > BOUNDS.calls) return failed('at entries', `at most ${BOUNDS.calls} calls`);
  const workspace = { ...saved, base: saved.base ?? saved.policy, entries };
  return { workspace, ...(checked && { checked }) };
}
