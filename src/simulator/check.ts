import type { PolicyDocument } from '../policy/document.ts';
import { type CompiledPolicy, compile, loadRegex } from '../policy/engine.ts';
import type { Finding } from '../policy/lint.ts';
import type { KnownTool } from './workspace.ts';

/** A fault or finding of a document, as an editor shows it. */
export interface Mark {
  level: 'fault' | Finding['level'];
  pointer: string;
  message: string;
  /** The id of the lint rule. */
  rule?: string;
}

export type Marks = readonly Mark[];

/** A document ready to decide, with what lint says; or its faults. */
export type Checked = { ok: true; policy: CompiledPolicy; marks: Mark[] } | { ok: false; marks: Mark[] };

/** A document that was checked before, when the site was built or in this browser: nothing is left to check. */
export async function checkTrusted(text: string): Promise<Checked> {
  const document = JSON.parse(text) as PolicyDocument;
  return { ok: true, policy: compile(document, await loadRegex(document)), marks: [] };
}

/** Reads, checks and lints a document that anybody may have written. Loads what reads documents on first use. */
export async function checkText(text: string, tools: readonly KnownTool[]): Promise<Checked> {
  const { lint, loadPolicy } = await import('./reading.ts');
  const loaded = await loadPolicy(text);
  if (!loaded.ok)
    return {
      ok: false,
      marks: loaded.errors.map(({ pointer, message }) => ({ level: 'fault', pointer, message })),
    };
  const server = tools.length ? { tools } : undefined;
  return { ok: true, policy: loaded.policy, marks: lint(loaded.document, server, loaded.policy.regex) };
}
