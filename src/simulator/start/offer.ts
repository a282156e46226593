import { number } from '../words.ts';
import { BOUNDS, callCount, type Entry, endOf, type KnownTool, START, type Workspace } from '../workspace.ts';

/** Something that a session can be started from. What is absent stays as it is in the workspace. */
export interface Offer {
  title: string;
  /** What tells it from the others beside it, where that is not the title. */
  label?: string;
  /** What it is, in a sentence. */
  about: string;
  policy?: string;
  tools?: readonly KnownTool[];
  entries?: readonly Entry[];
}

/**
 * What a text holds, or everything that is wrong with it. `notes` tell what was left out, `lookups` what could be
 * looked for on this site.
 */
export type Offers =
  | { ok: true; heading?: string; offers: Offer[]; notes: string[]; lookups: string[] }
  | { ok: false; faults: string[]; lookups: string[] };

export const failed = (...faults: string[]): Offers => ({ ok: false, faults, lookups: [] });

const isTooLong = ({ entries = [] }: Offer): boolean =>
  entries.length > BOUNDS.entries || callCount(entries) > BOUNDS.calls;

/** Offers, if each of them fits into a session. */
export const offers = (all: Offer[], notes: string[] = [], lookups: string[] = []): Offers =>
  all.some(isTooLong)
    ? failed(`A session holds at most ${number(BOUNDS.entries)} lines and ${number(BOUNDS.calls)} calls.`)
    : { ok: true, offers: all, notes, lookups };

/** The workspace with an offer in it. Decisions are then compared with the policy as it was opened. */
export function applied(workspace: Workspace, offer: Offer): Workspace {
  const { title, policy = workspace.policy, tools = workspace.tools, entries = workspace.entries } = offer;
  const last = entries.at(-1);
  return { title, policy, base: policy, tools, entries, clock: last ? endOf(last) : START };
}

/** Of many faults the first, and how many there are. */
export function fewOf(faults: readonly string[], most = 5): string[] {
  const more = faults.length - most;
  return more > 0 ? [...faults.slice(0, most), `… and ${more} more`] : [...faults];
}

/** A policy document as people read it. */
export const policyText = (document: unknown): string => JSON.stringify(document, null, 2);
