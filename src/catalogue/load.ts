import { existsSync } from 'node:fs';
import { InvalidInput } from '../model/problem.ts';
import { type Catalogue, catalogueOf } from './catalogue.ts';
import { crossProblems } from './check.ts';
import { CONTENT, LOCAL } from './places.ts';
import { type Content, readContent, withTexts } from './read.ts';
import { TOPICS } from './taxonomy.ts';

/**
 * Reads and checks a content folder; the default one is joined with the authors' texts of a local
 * catalogue, where there is one. Throws `InvalidInput` with every problem at once.
 */
export function validContent(folder = CONTENT): Content {
  const content = readContent(folder);
  const problems = [...content.problems, ...crossProblems(content, new Set(TOPICS.keys()))];
  if (problems.length) throw new InvalidInput(problems);
  return folder === CONTENT && existsSync(LOCAL) ? withLocal(content) : content;
}

function withLocal(content: Content): Content {
  const local = readContent(LOCAL);
  if (local.problems.length)
    throw new InvalidInput(local.problems.map((p) => ({ ...p, file: `${LOCAL}/${p.file}` })));
  return { ...content, servers: withTexts(content.servers, local.servers) };
}

/** The folder that this process builds from. */
const folder = () => process.env.CALLWARDEN_CONTENT ?? CONTENT;

/**
 * A build loads the catalogue before Astro starts, and Astro runs the pages from a bundle with modules of
 * its own; the global symbol lets both share the one that was loaded.
 */
const SHARED = Symbol.for('callwarden.catalogue');
const shared = globalThis as { [SHARED]?: Catalogue };

/** The catalogue of this process, loaded on first use. Throws `InvalidInput`. */
export function catalogue(): Catalogue {
  shared[SHARED] ??= catalogueOf(validContent(folder()));
  return shared[SHARED];
}
