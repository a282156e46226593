import type { Marks } from '../check.ts';
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
  /** Documents that were checked before and need no check to run, each with what was found then. */
  readonly #trusted = new Map<string, Marks>();
  #sent: Partial<Workspace> = {};

  trust(policy: string, marks: Marks = []): void {
    this.#trusted.set(policy, marks);
  }

  /** Runs a session; nothing where a newer run has overtaken this one. */
  async run(workspace: Workspace): Promise<Report | undefined> {
    const { policy, base } = workspace;
    const [marks, baseMarks] = [this.#trusted.get(policy), this.#trusted.get(base)];
    const trusted = !this.careful && marks !== undefined && baseMarks !== undefined;
    const change = Object.fromEntries(
      Object.entries(workspace).filter(([key, value]) => this.#sent[key as keyof Workspace] !== value),
    );
    this.#sent = workspace;
    const report = await this.service.ask({ do: 'run', change, trusted });
    const isKnown = trusted && report?.marks.length === 0 && report.baseMarks.length === 0;
    return isKnown ? { ...report, marks, baseMarks } : report;
  }

  /** Explains a call, by the other policy as well where that decides otherwise. */
  async explain({ entry, number, changed }: Explain): Promise<[Details | undefined, Details | undefined]> {
    const ask = (base: boolean) => this.service.ask({ do: 'explain', entry, number, base });
    return [await ask(false), changed ? await ask(true) : undefined];
  }
}
