import { z } from 'zod';
import { TIME_MAX } from '../../policy/window.ts';
import { isObject, isTooDeep, readJsonText } from '../start/plain-json.ts';
import { type Args, BOUNDS, callCount, GRANT, type Workspace } from '../workspace.ts';

/** Kept as they are: records of the schema library would lose a key such as `__proto__`. */
const PlainArgs = z
  .unknown()
  .refine(
    (value) => isObject(value) && !isTooDeep(value),
    'a JSON object, not too deep',
  ) as unknown as z.ZodType<Args>;

const At = z.int().min(-TIME_MAX).max(TIME_MAX);
const Name = z.string().min(1).max(BOUNDS.name);

const SavedEntry = z.strictObject({
  tool: Name,
  args: PlainArgs,
  grant: z.string().max(BOUNDS.name).default(GRANT),
  at: At,
  times: z.int().min(1).max(BOUNDS.calls).default(1),
  over: z.int().min(0).max(TIME_MAX).default(0),
  approval: z.enum(['granted', 'refused']).optional(),
  upstream: z.enum(['failed', 'pending']).optional(),
  unguarded: z.literal(true).optional(),
  note: z.string().max(1000).optional(),
});

const SavedTool = z.strictObject({
  name: Name,
  inputSchema: z
    .unknown()
    .refine((value) => !isTooDeep(value, 100), 'not too deep')
    .optional(),
  level: z.string().max(40).optional(),
});

/** A workspace as it is kept and shared, version 1. Later versions must read it. */
const Saved = z.strictObject({
  version: z.literal(1),
  title: z.string().max(400),
  policy: z.string().max(BOUNDS.text),
  base: z.string().max(BOUNDS.text).optional(),
  clock: At,
  entries: z
    .array(SavedEntry)
    .max(BOUNDS.entries)
    .refine((entries) => callCount(entries) <= BOUNDS.calls, `at most ${BOUNDS.calls} calls`),
  tools: z.array(SavedTool).max(BOUNDS.tools).default([]),
});

/** Reads a saved workspace. Never throws; a fault is told in a sentence. */
export function readSaved(text: string): { workspace: Workspace } | { fault: string } {
  const value = readJsonText(text);
  const parsed = Saved.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const place = issue?.path.length ? `at ${issue.path.join('.')}` : 'at the top';
    return { fault: `It is not a session of the simulator (${place}: ${issue?.message}).` };
  }
  const { version: _, base, ...saved } = parsed.data;
  // Absent members are left out by the schema; its types cannot say so.
  return { workspace: { ...saved, base: base ?? saved.policy } as Workspace };
}
