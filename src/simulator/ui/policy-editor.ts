import { button, define, h, send } from '../../client/dom.ts';
import { visible } from '../../views/text.ts';
import type { Mark } from '../check.ts';
import { type Span, spanOf, spanOfMark, spansOf } from '../spans.ts';
import type { KnownTool } from '../workspace.ts';
import type { CodeEditor } from './code-editor.ts';

/** The text of a document was changed; the detail is the text. */
export const EDITED = 'policy-edited';
/** The editor with completion is loaded. */
export const EDITOR_OPENED = 'editor-opened';

const LEVELS: Record<Mark['level'], string> = {
  fault: 'Fault',
  error: 'Error',
  warning: 'Warning',
  note: 'Note',
};

/** Faults and findings that are listed below the text; all of them are marked in it. */
const LISTED = 50;

/**
 * `<policy-editor>`: the text of a policy. At first a plain text field; the editor with completion, hover and marks
 * comes when the field is first used. `label` names it.
 */
export class PolicyEditor extends HTMLElement {
  #area = h('textarea', { class: 'policy-text', spellcheck: 'false', rows: 22, wrap: 'off' });
  #editor: CodeEditor | undefined;
  #loading: Promise<void> | undefined;
  #marks: readonly Mark[] = [];
  #tools: readonly KnownTool[] = [];
  #list = h('ul', { class: 'marks', role: 'list' });
  #host = h('div', { class: 'code-host', hidden: true });

  connectedCallback(): void {
    if (this.childElementCount) return;
    this.#area.setAttribute('aria-label', this.getAttribute('label') ?? 'Policy');
    this.#area.addEventListener('input', () => send(this, EDITED, this.#area.value));
    this.#area.addEventListener('focus', () => this.load());
    this.append(this.#area, this.#host, this.#list);
  }

  get text(): string {
    return this.#editor ? this.#editor.text : this.#area.value;
  }

  set text(text: string) {
    if (text === this.text) return;
    this.#area.value = text;
    if (this.#editor) this.#editor.text = text;
  }

  set tools(tools: readonly KnownTool[]) {
    this.#tools = tools;
    if (this.#editor) this.#editor.tools = tools;
  }

  /** Shows what is wrong with the text: in it, and in a list below. */
  set marks(marks: readonly Mark[]) {
    this.#marks = marks;
    if (this.#editor) this.#editor.marks = marks;
    this.#list.replaceChildren(...marks.slice(0, LISTED).map((mark) => this.#mark(mark)));
  }

  #mark(mark: Mark): HTMLElement {
    const { level, message, pointer } = mark;
    const go = () => this.#select(spanOfMark(this.text, spansOf(this.text), mark));
    const label = `Show ${visible(pointer) || 'the place'}`;
    return h(
      'li',
      { class: `mark ${level}` },
      h('b', {}, LEVELS[level]),
      ' ',
      visible(message),
      ' ',
      button('Show', go, { class: 'plain', 'aria-label': label }),
    );
  }

  /** Moves to a place of the document and lights it up. */
  show(pointer: string): void {
    this.#select(spanOf(spansOf(this.text), pointer));
  }

  #select({ from, to }: Span): void {
    if (this.#editor) {
      this.#editor.select(from, to);
      return;
    }
    const line = this.#area.value.slice(0, from).split('\n').length - 1;
    const height = Number.parseFloat(getComputedStyle(this.#area).lineHeight);
    this.#area.scrollTop = Math.max(0, line - 4) * height;
    this.#area.setSelectionRange(from, to);
  }

  /** Lights up a place without moving to it. */
  light(pointer: string | undefined): void {
    this.#editor?.light(pointer === undefined ? undefined : spanOf(spansOf(this.text), pointer));
  }

  /** Loads the editor, once. What was typed meanwhile and where the caret stood stays. */
  load(): Promise<void> {
    this.#loading ??= this.#load().catch(() => {
      // The plain field goes on working.
      this.#loading = undefined;
    });
    return this.#loading;
  }

  async #load(): Promise<void> {
    const { createEditor } = await import('./code-editor.ts');
    const focused = document.activeElement === this.#area;
    const { selectionStart, selectionEnd, scrollTop } = this.#area;
    this.#host.hidden = false;
    this.#editor = createEditor(this.#host, {
      text: this.#area.value,
      label: this.getAttribute('label') ?? 'Policy',
      changed: (text) => {
        this.#area.value = text;
        send(this, EDITED, text);
      },
    });
    this.#editor.tools = this.#tools;
    this.#editor.marks = this.#marks;
    this.#area.hidden = true;
    if (focused) this.#editor.focus(selectionStart, selectionEnd, scrollTop);
    send(this, EDITOR_OPENED, undefined);
  }
}

define('policy-editor', PolicyEditor);
