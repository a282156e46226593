import { button, define, h, send } from '../../client/dom.ts';
import type { WindowName } from '../../policy/document.ts';
import type { Action } from '../actions.ts';
import { isoText, nextWindow, readTime } from '../clock.ts';

/** Asks for something to be done to the workspace; the detail is an `Action`. */
export const DO = 'simulator-do';

const STEPS = [
  ['+1 s', 1000],
  ['+1 min', 60_000],
  ['+1 h', 3_600_000],
] as const;
const WINDOWS: readonly WindowName[] = ['minute', 'hour', 'day'];

/** `<session-clock>`: when the next call is made. It can be set, stepped, and jumped to the next window. */
export class SessionClock extends HTMLElement {
  #at = 0;
  #input = h('input', {
    type: 'text',
    class: 'time',
    spellcheck: 'false',
    autocomplete: 'off',
    'aria-describedby': 'clock-fault',
  });
  #fault = h('span', { id: 'clock-fault', class: 'fault', role: 'alert' });

  set at(at: number) {
    this.#at = at;
    this.#input.value = isoText(at);
    this.#tell('');
  }

  connectedCallback(): void {
    if (this.childElementCount) return;
    this.#input.addEventListener('change', () => this.#typed());
    this.replaceChildren(
      h('label', {}, h('span', {}, 'Clock'), this.#input),
      h(
        'span',
        { class: 'jumps' },
        ...STEPS.map(([text, ms]) =>
          button(text, () => this.#set(this.#at + ms), { 'aria-label': `Clock ${text}` }),
        ),
      ),
      h(
        'span',
        { class: 'jumps' },
        'next ',
        ...WINDOWS.map((window) =>
          button(window, () => this.#set(nextWindow(this.#at, window)), {
            'aria-label': `To the next ${window}`,
          }),
        ),
      ),
      this.#fault,
    );
  }

  #typed(): void {
    const at = readTime(this.#input.value);
    this.#tell(at === undefined ? 'Write a time such as 2026-01-01T10:31:00Z.' : '');
    if (at !== undefined) this.#set(at);
  }

  #tell(fault: string): void {
    this.#fault.textContent = fault;
    if (fault) this.#input.setAttribute('aria-invalid', 'true');
    else this.#input.removeAttribute('aria-invalid');
  }

  #set(at: number): void {
    send<Action>(this, DO, { do: 'clock', at });
  }
}

define('session-clock', SessionClock);
