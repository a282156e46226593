import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CONTENT } from '../catalogue/places.ts';
import { InvalidInput } from '../model/problem.ts';
import { type AttackDatabase, loadAttacks } from './load.ts';
import { type AttackFinder, attackFinder } from './match.ts';
import { type ProofRun, proveAll } from './prove.ts';

/** The attack database, with every proof run and found to hold. */
export interface ProvedDatabase extends Pick<AttackDatabase, 'attacks' | 'proofs'> {
  /** The run of each proof, by the id of the attack. */
  runs: ReadonlyMap<string, ProofRun>;
  /** Finds the attacks that concern a tool. */
  find: AttackFinder;
}

/**
 * Reads, checks and proves the attacks of a content folder. Throws `InvalidInput` with every fault of every entry
 * and proof at once. A folder without attacks gives an empty database.
 */
export async function provedAttacks(folder: string): Promise<ProvedDatabase> {
  const { attacks, proofs, problems } = loadAttacks(folder);
  const runs = await proveAll(proofs);
  const all = [...problems, ...[...runs.values()].flatMap((run) => run.problems)];
  if (all.length > 0) throw new InvalidInput(all);
  return Object.freeze({ attacks, proofs, runs, find: attackFinder(attacks.values()) });
}

/** As for the catalogue: a build loads before Astro starts, and Astro's bundle shares what was loaded. */
const SHARED = Symbol.for('callwarden.attacks');
const shared = globalThis as { [SHARED]?: Promise<ProvedDatabase> };

/**
 * The folder that a catalogue takes its attacks from: its own where it has `attacks/`, else the public database,
 * since attacks concern a private catalogue just as well.
 */
export const attacksFolder = (folder: string): string =>
  existsSync(join(folder, 'attacks')) ? folder : CONTENT;

/** The attack database of this process, proved on first use. Rejects with `InvalidInput`. */
export function attackDatabase(): Promise<ProvedDatabase> {
  shared[SHARED] ??= provedAttacks(attacksFolder(process.env.CALLWARDEN_CONTENT ?? CONTENT));
  return shared[SHARED];
}
