/** How many steps can be taken back. */
const DEEPEST = 100;

/** A value with the values that it had before, so that nothing that is replaced is lost. */
export class History<T> {
  #past: T[] = [];
  #future: T[] = [];
  #now: T;
  #kind: string | undefined;

  constructor(start: T) {
    this.#now = start;
  }

  get now(): T {
    return this.#now;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Takes a new value. Values of one kind that follow each other are one step. */
  push(next: T, kind?: string): void {
    if (next === this.#now) return;
    if (kind === undefined || kind !== this.#kind) this.#past = [...this.#past, this.#now].slice(-DEEPEST);
    this.#future = [];
    this.#kind = kind;
    this.#now = next;
  }

  undo(): T {
    return this.#step(this.#past, this.#future);
  }

  redo(): T {
    return this.#step(this.#future, this.#past);
  }

  #step(from: T[], to: T[]): T {
    const next = from.pop();
    if (next === undefined) return this.#now;
    to.push(this.#now);
    this.#kind = undefined;
    this.#now = next;
    return next;
  }
}
