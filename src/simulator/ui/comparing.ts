import { button, h } from '../../client/dom.ts';
import { PolicyEditor } from './policy-editor.ts';

/** What can be done with two policies. */
export interface ComparingActs {
  swap(): void;
  /** Makes the other policy the same as the one that decides. */
  same(): void;
  toggled(open: boolean): void;
}

/** The policy that is compared with: a button that opens it, and its editor. */
export class Comparing {
  readonly #acts: ComparingActs;
  readonly editor = new PolicyEditor();
  readonly button = button('Compare with another policy', () => this.toggle(), { 'aria-expanded': 'false' });
  readonly element: HTMLElement;

  constructor(acts: ComparingActs) {
    this.#acts = acts;
    this.editor.setAttribute('label', 'The policy to compare with');
    this.element = h(
      'div',
      { class: 'other', hidden: true },
      h(
        'p',
        { class: 'small soft' },
        'The calls show how the policy above decides, and where this one decides otherwise.',
      ),
      this.editor,
      h('div', { class: 'row' }, button('Swap the two', acts.swap), button('Make them the same', acts.same)),
    );
  }

  toggle(): void {
    const open = this.element.hidden === true;
    this.element.hidden = !open;
    this.button.setAttribute('aria-expanded', String(open));
    this.#acts.toggled(open);
    if (open) this.editor.querySelector('textarea')?.focus();
  }

  /** Shows a place of the other policy, by its JSON Pointer. */
  show(pointer: string): void {
    if (this.element.hidden) this.toggle();
    this.editor.show(pointer);
  }
}
