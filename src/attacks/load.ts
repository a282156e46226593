import type { Attack } from '../model/attack.ts';
import type { Problem } from '../model/problem.ts';
import type { Proof } from '../model/proof.ts';
import { CHECKS } from './checks.ts';
import { KNOWN_IDS } from './known.ts';
import { readAttackContent } from './read.ts';

/** The attack database of a content folder. */
export interface AttackDatabase {
  /** By id, in the order of ids. */
  attacks: ReadonlyMap<string, Attack>;
  /** By the id of the attack. */
  proofs: ReadonlyMap<string, Proof>;
  /** Every fault of every file, and of the references between them; empty where all is well. */
  problems: readonly Problem[];
}

/**
 * Reads `attacks/` and `proofs/` of a content folder and checks them against the taxonomy. Faults are returned
 * and not thrown. `proveAll` runs the proofs.
 */
export function loadAttacks(folder: string): AttackDatabase {
  const content = readAttackContent(folder);
  const problems = [...content.problems, ...CHECKS.flatMap(({ check }) => check(content, KNOWN_IDS))];
  return Object.freeze({ attacks: content.attacks, proofs: content.proofs, problems });
}
