import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical.ts';
import type { Call } from './decision.ts';

/**
 * What an approval is bound to: the SHA-256, in hex, of the canonical JSON (RFC 8785) of `{ args, tool }`.
 * `undefined` where the arguments have no canonical JSON, so that nobody can approve what nobody can name.
 */
export function fingerprint(tool: string, args: object): string | undefined {
  const text = canonicalJson({ args, tool });
  return text === undefined ? undefined : bytesToHex(sha256(utf8ToBytes(text)));
}

/** That a person approved one call of one caller. */
export interface GivenApproval {
  readonly grant: string;
  readonly fingerprint: string;
  /** When, in epoch milliseconds. */
  readonly at: number;
}

/** Where approvals wait for the call that they are for. Each method is one transaction. */
export interface ApprovalStore {
  /** Keeps an approval, in place of an earlier one for the same call. */
  give(approval: GivenApproval): void;
  /** Takes the approval for a call out, so that it serves once; `undefined` where there is none. */
  take(grant: string, fingerprint: string): GivenApproval | undefined;
}

/** A person approves exactly this call, at a time in epoch milliseconds. Nothing where its arguments have no name. */
export function approve(
  approvals: Pick<ApprovalStore, 'give'>,
  { args, grant, tool }: Pick<Call, 'args' | 'grant' | 'tool'>,
  at: number,
): void {
  const print = fingerprint(tool, args ?? {});
  if (print !== undefined) approvals.give({ grant, fingerprint: print, at });
}

/** A store in memory, for one process. */
export function memoryApprovals(): ApprovalStore {
  const grants = new Map<string, Map<string, GivenApproval>>();
  return {
    give(approval) {
      const given = grants.get(approval.grant) ?? new Map<string, GivenApproval>();
      grants.set(approval.grant, given.set(approval.fingerprint, approval));
    },
    take(grant, print) {
      const approval = grants.get(grant)?.get(print);
      grants.get(grant)?.delete(print);
      return approval;
    },
  };
}

const UNIT_MS: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
/** How long an approval stays good where the document does not say. */
export const DEFAULT_EXPIRY = '10m';

/** The milliseconds of an `expires` such as `10m`. */
export const expiryMs = (expires: string): number =>
  Number(expires.slice(0, -1)) * (UNIT_MS[expires.slice(-1)] as number);
