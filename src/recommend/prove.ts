import {
  compile,
  type Decision,
  decide,
  memoryState,
  type PolicyDocument,
  type RegexCompiler,
} from '../policy/engine.ts';
import { type LintServer, lint } from '../policy/lint.ts';
import { checkPolicy } from '../policy/parse.ts';
import { re2 } from '../policy/re2.ts';
import type { Claim } from './claims.ts';

/** What the engine said to some equal calls, as claimed. */
export interface Proven extends Claim {
  /** What the agent is told; empty for an allow. */
  message: string;
}

/** Thrown when a document does not do what a page says of it. It stops the build. */
export class ClaimFails extends Error {
  override name = 'ClaimFails';
}

/** The start of every run: any fixed time will do, and the start of a day leaves every window whole. */
const START = Date.UTC(2026, 0, 1);
const GRANT = 'agent';

/** The few patterns of the guard templates stand in thousands of documents; each is compiled once. */
const compiled = new Map<string, ReturnType<RegexCompiler>>();
const regex: RegexCompiler = (pattern) => {
  const search = compiled.get(pattern) ?? re2(pattern);
  compiled.set(pattern, search);
  return search;
};

function holds(claim: Claim, decision: Decision, name: string, call: number): void {
  if (decision.outcome === claim.outcome && decision.rule === claim.rule) return;
  const told = ({ outcome, rule }: Pick<Claim, 'outcome' | 'rule'>) => `${outcome} ${rule}`.trim();
  throw new ClaimFails(
    `${name}: call ${call} of ${claim.tool} with ${JSON.stringify(claim.args)} should be “${told(claim)}”, ` +
      `but the engine says “${told(decision)}” (${decision.message})`,
  );
}

/** Nothing that lint finds may stand: a document that does not do what it says proves nothing. */
function linted(name: string, document: PolicyDocument, server: LintServer | undefined): void {
  const findings = lint(document, server, regex).filter(({ level }) => level !== 'note');
  if (findings.length)
    throw new ClaimFails(
      `${name}: ${findings.map(({ pointer, message }) => `${pointer}: ${message}`).join(' ')}`,
    );
}

/**
 * Parses and lints a document and runs it through the engine against what is claimed of it, in one session.
 * Throws `ClaimFails` on the first claim that does not hold, where the document does not parse, and where lint
 * finds a fault with it on the server it is for, if that is known. `name` stands in the error.
 */
export function prove(
  name: string,
  document: PolicyDocument,
  claims: readonly Claim[],
  server?: LintServer,
): Proven[] {
  const parsed = checkPolicy(document, regex);
  if (!parsed.ok)
    throw new ClaimFails(`${name}: the document does not parse: ${JSON.stringify(parsed.errors)}`);
  linted(name, parsed.document, server);
  const policy = compile(parsed.document, regex);
  const state = memoryState();
  return claims.map((claim) => {
    let message = '';
    for (let call = 1; call <= claim.times; call += 1) {
      const decision = decide(
        policy,
        { tool: claim.tool, args: claim.args, grant: GRANT, at: START + claim.at },
        state,
      );
      holds(claim, decision, name, call);
      message = decision.message;
    }
    return { ...claim, message };
  });
}
