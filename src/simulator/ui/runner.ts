import { ServiceClient } from '../client.ts';
import type { Details } from '../details.ts';
import type { Report } from '../service.ts';
import type { Workspace } from '../workspace.ts';
import type { Explain } from './call-list.ts';

/** Has sessions run by the worker, and sends it only what has changed. */
export class Runner {
  readonly service = new ServiceClient();
  /** Once a person edits, every document is checked and linted. */
  careful = false;
  /** Documents that were proven when the site was built; they need no check before they run. */
  readonly #trusted = new Set<string>();
  #sent: Partial<Workspace> = {};

  trust(policy: string): void {
    this.#trusted.add(policy);
  }

  /** Runs a session; nothing where a newer run has overtaken this one. */
  run(workspace: Workspace): Promise<Report | undefined> {
    const { policy, base } = workspace;
    const trusted = !this.careful && this.#trusted.has(policy) && this.#trusted.has(base);
    const change = Object.fromEntries(
      Object.entries(workspace).filter(([key, value]) => this.#sent[key as keyof Workspace] !== value),
    );
    this.#sent = workspace;
    return this.service.ask({ do: 'run', change, trusted });
  }

  /** Explains a call, by the other policy as well where that decides otherwise. */
  async explain({ entry, number, changed }: Explain): Promise<[Details | undefined, Details | undefined]> {
    const ask = (base: boolean) => this.service.ask({ do: 'explain', entry, number, base });
    return [await ask(false), changed ? await ask(true) : undefined];
  }
}
