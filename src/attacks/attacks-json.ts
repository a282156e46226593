import { z } from 'zod';
import { type Attack, AttackFacts, AttackId } from '../model/attack.ts';
import { byId } from './crosswalk.ts';
import type { ExportSite } from './export-site.ts';
import type { ProofRun } from './prove.ts';

/** One attack as data for others. */
export const AttackRecord = AttackFacts.extend({
  id: AttackId,
  url: z.url(),
  /** The prose, by section id, as Markdown. */
  prose: z.record(z.string(), z.string()),
  /** What the run of its proof showed; absent where there is no proof. */
  proof: z
    .strictObject({
      /** `stopped`: no hostile sequence passes; `partly`: one does, and the page says why. */
      result: z.enum(['stopped', 'partly']),
      hostile: z.int(),
      benign: z.int(),
      residual: z.int(),
      /** The rules that were taken away one at a time. */
      mutations: z.int(),
    })
    .optional(),
});
export type AttackRecord = z.output<typeof AttackRecord>;

/** `/attacks.json` */
export const AttacksFile = z.strictObject({
  $schema: z.string().optional(),
  licence: z.string(),
  attacks: z.array(AttackRecord),
});
export type AttacksFile = z.output<typeof AttacksFile>;

const LICENCE = 'MIT; framework ids and names belong to their owners';

function proofOf({ result, sequences, mutations }: ProofRun): AttackRecord['proof'] {
  const count = (kind: string) => sequences.filter(({ sequence }) => sequence.kind === kind).length;
  return {
    result,
    hostile: count('hostile'),
    benign: count('benign'),
    residual: count('residual'),
    mutations: mutations.length,
  };
}

/** The whole database as data, in the order of ids. */
export function attacksJson(
  attacks: Iterable<Attack>,
  runs: ReadonlyMap<string, ProofRun>,
  site: ExportSite,
): AttacksFile {
  return {
    licence: LICENCE,
    attacks: [...attacks].sort(byId).map(({ id, sections, ...facts }) => {
      const run = runs.get(id);
      return {
        id,
        url: site.attackUrl(id),
        ...facts,
        prose: Object.fromEntries(sections.map(({ id: section, markdown }) => [section, markdown])),
        ...(run && { proof: proofOf(run) }),
      };
    }),
  };
}
