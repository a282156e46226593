import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Attack, AttackId } from '../model/attack.ts';
import { type Problem, shown, validated } from '../model/problem.ts';
import { Proof } from '../model/proof.ts';
import { Server } from '../model/server.ts';
import type { Tool } from '../model/tool.ts';
import { parseEntry } from './entry.ts';
import type { EntryIds } from './entry-ids.ts';

/** The files of `attacks/` and `proofs/`, parsed one by one, with every problem found. */
export interface AttackContent {
  attacks: Map<string, Attack>;
  /** What can be read of the entries whose front matter does not fit. */
  broken: Map<string, EntryIds & { id: string }>;
  proofs: Map<string, Proof>;
  /** The tools of the servers that proofs refer to, by server id; absent where the folder has no catalogue. */
  servers?: Map<string, ReadonlyMap<string, Tool>>;
  problems: Problem[];
}

const filesOf = (folder: string, kind: string, ending: string) =>
  existsSync(join(folder, kind))
    ? readdirSync(join(folder, kind))
        .filter((name) => name.endsWith(ending))
        .sort()
    : [];

const idProblems = (file: string, id: string): Problem[] => {
  const parsed = AttackId.safeParse(id);
  if (parsed.success) return [];
  const expected = 'at most 60 lower-case letters and digits, joined by hyphens';
  return [{ file, pointer: '', found: `the file name ${shown(id)}`, expected, remedy: 'Rename the file.' }];
};

function readAttack(folder: string, name: string, content: AttackContent): void {
  const id = name.slice(0, -'.md'.length);
  const file = `attacks/${name}`;
  const { facts, ids, sections, problems } = parseEntry(file, readFileSync(join(folder, file), 'utf8'));
  content.problems.push(...idProblems(file, id), ...problems);
  if (facts) content.attacks.set(id, Object.freeze({ id, ...facts, sections }));
  else content.broken.set(id, { id, ...ids });
}

function readProof(folder: string, name: string, content: AttackContent): void {
  const file = `proofs/${name}`;
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  } catch (error) {
    const expected = 'one JSON document';
    const found = (error as Error).message;
    content.problems.push({ file, pointer: '', found, expected, remedy: 'Correct the JSON syntax.' });
    return;
  }
  const parsed = validated(Proof, value, file);
  if ('data' in parsed) content.proofs.set(name.slice(0, -'.json'.length), Object.freeze(parsed.data));
  else content.problems.push(...parsed.problems);
}

/** The servers of the catalogue that proofs name, as far as they are there; the catalogue has its own checks. */
function readServers(folder: string, proofs: Iterable<Proof>): Map<string, ReadonlyMap<string, Tool>> {
  const ids = new Set(
    [...proofs].flatMap(({ servers }) => servers.flatMap(({ catalogue }) => catalogue ?? [])),
  );
  const servers = new Map<string, ReadonlyMap<string, Tool>>();
  for (const id of ids) {
    const file = join(folder, 'servers', `${id}.json`);
    const parsed = existsSync(file) ? Server.safeParse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
    if (parsed?.success) servers.set(id, new Map(parsed.data.tools.map((tool) => [tool.name, tool])));
  }
  return servers;
}

/** Reads the entries and proofs of a content folder. Never throws for what a file says. */
export function readAttackContent(folder: string): AttackContent {
  const content: AttackContent = { attacks: new Map(), broken: new Map(), proofs: new Map(), problems: [] };
  for (const name of filesOf(folder, 'attacks', '.md')) readAttack(folder, name, content);
  for (const name of filesOf(folder, 'proofs', '.json')) readProof(folder, name, content);
  return existsSync(join(folder, 'servers'))
    ? { ...content, servers: readServers(folder, content.proofs.values()) }
    : content;
}
