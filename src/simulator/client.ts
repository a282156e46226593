import type { Answers, Request } from './service.ts';

interface Reply {
  id: number;
  answer?: unknown;
  failed?: string;
}

/** Asks the worker that checks and runs. */
export class ServiceClient {
  readonly #worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>();
  #last = 0;

  constructor() {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => this.#receive(data));
    this.#worker.addEventListener('error', () => this.#failAll());
  }

  ask<Kind extends Request['do']>(request: Extract<Request, { do: Kind }>): Promise<Answers[Kind]> {
    const id = ++this.#last;
    const waiting = Promise.withResolvers<unknown>();
    this.#waiting.set(id, waiting);
    this.#worker.postMessage({ id, request });
    return waiting.promise as Promise<Answers[Kind]>;
  }

  #receive({ id, answer, failed }: Reply): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (failed === undefined) waiting?.resolve(answer);
    else waiting?.reject(new Error(failed));
  }

  #failAll(): void {
    for (const { reject } of this.#waiting.values()) reject(new Error('The engine could not be loaded.'));
    this.#waiting.clear();
  }
}
