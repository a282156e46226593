import type { CompiledPolicy } from '../policy/compile.ts';
import { type Checked, checkText, checkTrusted, type Marks } from './check.ts';
import { changes } from './compare.ts';
import { type Details, detailsOf } from './details.ts';
import { type Picture, pictureOf } from './draw.ts';
import { running } from './run.ts';
import type { Offers } from './start/offer.ts';
import type { Saved } from './take/saved.ts';
import type { Run } from './verdict.ts';
import type { Workspace } from './workspace.ts';

/** What a page asks for. Every answer is data that can be sent between threads. */
export type Request =
  /** What has changed of the workspace since the last run; at first all of it. `trusted`: nothing needs a check. */
  | { do: 'run'; change: Partial<Workspace>; trusted: boolean }
  | { do: 'explain'; entry: number; number: number; base: boolean }
  | { do: 'paste'; text: string }
  | { do: 'server'; value: unknown; tool?: string }
  | { do: 'attack'; value: unknown }
  | { do: 'saved'; text: string }
  | { do: 'link'; fragment: string }
  | { do: 'jsonl' }
  | { do: 'tests' };

/** A session under a document and under the one that it is compared with. */
export interface Report {
  /** What is wrong with the document, or what lint says of it. */
  marks: Marks;
  baseMarks: Marks;
  /** Whether the document could be used; where not, `run` is that of the last one that could. */
  ok: boolean;
  run: Run | undefined;
  base: Run | undefined;
  /** For each call, 1 where the two say different things. */
  changed: Uint8Array;
  picture: Picture | undefined;
}

export type Restored = Saved | { fault: string };

export interface Answers {
  run: Report | undefined;
  explain: Details | undefined;
  paste: Offers;
  server: Offers;
  attack: Offers;
  saved: Restored;
  link: Restored;
  jsonl: string;
  tests: string | undefined;
}

/** How long it works before it looks whether something newer was asked, in milliseconds: less than a frame. */
const PATIENCE = 8;
/** The two documents of a session, and those before the last change. */
const CHECKED_KEPT = 4;
const NOTHING = new Uint8Array(0);

/** Does the work of a page: checks documents, runs sessions, reads and writes files. Holds the last session. */
export class Service {
  #workspace: Workspace | undefined;
  #policy: CompiledPolicy | undefined;
  #base: CompiledPolicy | undefined;
  #run: Run | undefined;
  #checked: { text: string; tools: Workspace['tools']; trusted: boolean; found: Promise<Checked> }[] = [];
  #asked = 0;

  /** Answers a request. A run that is overtaken by a newer one answers nothing. */
  async answer(request: Request): Promise<Answers[Request['do']]> {
    switch (request.do) {
      case 'run':
        return this.#runs(request.change, request.trusted);
      case 'explain':
        return this.#explain(request);
      case 'paste':
        return (await import('./start/read.ts')).readPaste(request.text);
      case 'server':
        return (await import('./start/server.ts')).readServer(request.value, request.tool);
      case 'attack':
        return (await import('./start/attack.ts')).readAttack(request.value);
      case 'saved':
        return (await import('./take/saved.ts')).readSaved(request.text);
      case 'link':
        return this.#link(request.fragment);
      case 'jsonl':
        return (await import('./take/jsonl.ts')).jsonlOf(this.#workspace?.entries ?? []);
      case 'tests':
        return this.#tests();
    }
  }

  async #link(fragment: string): Promise<Restored> {
    const { textOfFragment } = await import('./take/link.ts');
    const found = await textOfFragment(fragment);
    return 'fault' in found ? found : (await import('./take/saved.ts')).readSaved(found.text);
  }

  async #tests(): Promise<string | undefined> {
    if (!this.#workspace || !this.#run) return undefined;
    return (await import('./take/test-file.ts')).testFileOf(this.#workspace, this.#run);
  }

  #explain({ entry, number, base }: Extract<Request, { do: 'explain' }>): Details | undefined {
    const policy = base ? this.#base : this.#policy;
    return policy && this.#workspace && detailsOf(policy, this.#workspace.entries, entry, number);
  }

  /** Checks a document once, for as long as the tools are the same. */
  #check(text: string, tools: Workspace['tools'], trusted: boolean): Promise<Checked> {
    const known = this.#checked.find(
      (one) => one.text === text && one.tools === tools && one.trusted === trusted,
    );
    if (known) return known.found;
    // What a browser kept may have been changed since.
    const found = trusted ? checkTrusted(text).catch(() => checkText(text, tools)) : checkText(text, tools);
    this.#checked = [{ text, tools, trusted, found }, ...this.#checked].slice(0, CHECKED_KEPT);
    return found;
  }

  async #runs(change: Partial<Workspace>, trusted: boolean): Promise<Report | undefined> {
    this.#asked += 1;
    const asked = this.#asked;
    const workspace = { ...this.#workspace, ...change } as Workspace;
    this.#workspace = workspace;
    const base = await this.#check(workspace.base, workspace.tools, trusted);
    const policy = await this.#check(workspace.policy, workspace.tools, trusted);
    if (asked !== this.#asked) return undefined;
    if (policy.ok) this.#policy = policy.policy;
    if (base.ok) this.#base = base.policy;
    const now = this.#policy && (await this.#slices(this.#policy, workspace, asked));
    const same = workspace.policy === workspace.base;
    const then = same ? now : this.#base && (await this.#slices(this.#base, workspace, asked));
    if (asked !== this.#asked) return undefined;
    this.#run = now;
    return {
      marks: policy.marks,
      baseMarks: base.marks,
      ok: policy.ok,
      run: now,
      base: then,
      changed: now && then && !same ? changes(now, then) : NOTHING,
      picture: now && pictureOf(now, workspace.entries, workspace.clock),
    };
  }

  /** Runs a session, and lets go every few milliseconds so that a newer request can overtake it. */
  async #slices(policy: CompiledPolicy, { entries }: Workspace, asked: number): Promise<Run | undefined> {
    const steps = running(policy, entries);
    let since = performance.now();
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return step.value;
      if (performance.now() - since < PATIENCE) continue;
      await new Promise((resolve) => setTimeout(resolve));
      if (asked !== this.#asked) return undefined;
      since = performance.now();
    }
  }
}
