/** What the simulator holds: documents, the calls of a session, and its clock. Plain data; every change makes anew. */

/** A JSON object: the arguments of a call. */
export type Args = Readonly<Record<string, unknown>>;

/** One line of a session: a call, or several alike. */
export interface Entry {
  readonly tool: string;
  readonly args: Args;
  /** The caller, by the name of its grant. */
  readonly grant: string;
  /** When the first of them is made, in epoch milliseconds. */
  readonly at: number;
  /** How many calls. */
  readonly times: number;
  /** The milliseconds that they are spread over, evenly, the first at once. */
  readonly over: number;
  /** What a person says if the call is held. */
  readonly approval?: 'granted' | 'refused';
  /** How long before the call it was granted, in milliseconds: then it may have expired. At the call if absent. */
  readonly grantedBefore?: number;
  /** What becomes of it if it is allowed: absent where it succeeds. `pending` leaves what it counts reserved. */
  readonly upstream?: 'failed' | 'pending';
  /** It goes to a server that nobody attached a policy to. */
  readonly unguarded?: true;
  readonly note?: string;
}

/** What is known of a tool that can be called. */
export interface KnownTool {
  readonly name: string;
  readonly inputSchema?: unknown;
  readonly level?: string;
}

export interface Workspace {
  /** What this is, in a few words. May be a stranger's text. */
  readonly title: string;
  /** The policy document, as text. */
  readonly policy: string;
  /** The document that decisions are compared with, as text. */
  readonly base: string;
  readonly entries: readonly Entry[];
  /** When the next call is made, in epoch milliseconds. */
  readonly clock: number;
  /** The tools of the server, for forms, completion and lint. */
  readonly tools: readonly KnownTool[];
}

/** What a session may hold; more is refused with a message, so that a page never hangs. */
export const BOUNDS = {
  entries: 10_000,
  /** All calls, repetitions included. */
  calls: 50_000,
  tools: 10_000,
  name: 256,
  text: 2 ** 20,
  /** Nested arrays and objects in arguments. */
  depth: 64,
  /** Characters of a text that is pasted or of a file that is opened. */
  paste: 20 * 2 ** 20,
} as const;

/** The start of a day, so that every window begins empty; the same on every visit. */
export const START = Date.UTC(2026, 0, 1);

/** The name of a caller where nobody says who calls. */
export const GRANT = 'default';

export const entryOf = (tool: string, args: Args, at: number, more: Partial<Entry> = {}): Entry => ({
  tool,
  args,
  grant: GRANT,
  at,
  times: 1,
  over: 0,
  ...more,
});

/** That a person granted a call, at a time; `at` is when the call is made. */
export const grantedAt = (approved: number, at: number): Pick<Entry, 'approval' | 'grantedBefore'> => ({
  approval: 'granted',
  ...(approved < at && { grantedBefore: at - approved }),
});

export const callCount = (entries: readonly Pick<Entry, 'times'>[]): number =>
  entries.reduce((sum, { times }) => sum + times, 0);

/** When the clock stands after an entry: at the end of what it is spread over. */
export const endOf = ({ at, over }: Entry): number => at + over;

/** When the call of this number within an entry is made. */
export const timeOf = ({ at, times, over }: Entry, number: number): number =>
  at + Math.floor((number * over) / times);

const NOTHING_ALLOWED = '{\n  "version": "1",\n  "default": "deny",\n  "tools": {}\n}';

/** A session with nothing in it, under a policy that denies everything. */
export const EMPTY: Workspace = {
  title: 'A new session',
  policy: NOTHING_ALLOWED,
  base: NOTHING_ALLOWED,
  entries: [],
  clock: START,
  tools: [],
};
