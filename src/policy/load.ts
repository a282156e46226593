import { type CompiledPolicy, compile } from './compile.ts';
import type { PolicyDocument } from './document.ts';
import { checkPolicy, parsePolicy, readJson } from './parse.ts';
import { copyPlain } from './plain.ts';
import type { PolicyError } from './policy-error.ts';
import { loadRegex } from './regex.ts';
import { BOUNDS } from './schema.ts';

/** A document ready to decide, or everything that is wrong with it. */
export type Loaded =
  | { ok: true; document: PolicyDocument; policy: CompiledPolicy }
  | { ok: false; errors: PolicyError[] };

/**
 * Reads, checks and compiles a document: its text, or a value parsed already. Fetches the regex library where the
 * document uses it, so that its patterns are checked too. The way to the engine wherever waiting is possible.
 */
export async function loadPolicy(source: unknown): Promise<Loaded> {
  const isText = typeof source === 'string';
  const { copy } = copyPlain(isText ? readJson(source).value : source, BOUNDS);
  const regex = await loadRegex(copy);
  const parsed = isText ? parsePolicy(source, regex) : checkPolicy(source, regex);
  return parsed.ok ? { ...parsed, policy: compile(parsed.document, regex) } : parsed;
}
