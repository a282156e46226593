import type { Ask } from './find.ts';
import type { Reply } from './session.ts';

/** Asks the worker; only the answers to the last question are passed on. */
export class SearchClient {
  readonly #worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  #last = 0;

  constructor(receive: (reply: Reply) => void) {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      if (data.id === this.#last) receive(data);
    });
    this.#worker.addEventListener('error', () => receive({ id: this.#last, failed: true }));
  }

  ask(question: Ask): void {
    this.#last += 1;
    this.#worker.postMessage({ ...question, id: this.#last });
  }
}
