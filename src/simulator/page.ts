import { type Proven, prove } from '../recommend/prove.ts';
import { routes } from '../routes.ts';
import type { Crumb } from '../views/json-ld.ts';
import { EXAMPLE, EXAMPLE_CLAIMS, EXAMPLE_POLICY } from './example.ts';

/** All that the page of the simulator says before its script runs. */
export interface SimulatorPage {
  path: string;
  title: string;
  description: string;
  crumbs: Crumb[];
  lead: string;
  withoutScripts: string;
  /** The policy that it opens with, and what the engine said of it when the page was built. */
  example: { json: string; run: Proven[] };
  /** The attacks whose calls can be replayed, by title. */
  attacks: { id: string; title: string }[];
}

/** What the page must know of the attack database. */
interface Attacks {
  attacks: ReadonlyMap<string, { id: string; title: string }>;
  proofs: ReadonlyMap<string, unknown>;
}

/** Builds the page of the simulator. Throws `ClaimFails` where the example does not do what is said of it. */
export function simulatorPage({ attacks, proofs }: Attacks): SimulatorPage {
  return {
    path: routes.simulator,
    title: 'Simulator: a session of MCP calls against a policy',
    description:
      'Make calls, let time pass, and see what a policy.json decides and why: limits, approvals, counters, two policies compared. It runs in your browser; nothing is sent.',
    crumbs: [
      { text: 'Home', href: routes.home },
      { text: 'Simulator', href: routes.simulator },
    ],
    lead: 'What a policy decides, call by call, and why. All of it runs in your browser; nothing that you write leaves it.',
    withoutScripts:
      'The simulator runs the policy engine in your browser, so it needs JavaScript. Without it, here is a policy of a payment server and what the engine decided when this page was built.',
    example: {
      json: EXAMPLE.policy,
      run: prove('the example of the simulator', EXAMPLE_POLICY, EXAMPLE_CLAIMS),
    },
    attacks: [...attacks.values()].filter(({ id }) => proofs.has(id)).map(({ id, title }) => ({ id, title })),
  };
}
