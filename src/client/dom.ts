import { visible } from '../views/text.ts';

export type Child = Node | string | number | false | undefined;
type Value = string | number | boolean | undefined | ((event: Event) => void);

const SVG = 'http://www.w3.org/2000/svg';

function filled<T extends Element>(element: T, props: Record<string, Value>, children: readonly Child[]): T {
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (typeof value === 'boolean') element.toggleAttribute(name, value);
    else if (value !== undefined) element.setAttribute(name, String(value));
  }
  for (const child of children)
    if (child !== false && child !== undefined) element.append(child instanceof Node ? child : String(child));
  return element;
}

/** An element. Texts become text nodes, never markup; a function listens to the event of its name. */
export const h = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  props: Record<string, Value> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] => filled(document.createElement(tag), props, children);

/** An element of a drawing. */
export const svg = (tag: string, props: Record<string, Value> = {}, ...children: Child[]): SVGElement =>
  filled(document.createElementNS(SVG, tag) as SVGElement, props, children);

/** A name or value that a stranger may have written, as code, with what cannot be seen spelt out. */
export const code = (text: string): HTMLElement => h('code', {}, visible(text));

/** A text that may hold a path, with what cannot be seen spelt out; a narrow line breaks before a slash. */
export const paths = (text: string): Child[] =>
  visible(text)
    .split(/(?<=\S)(?=\/)/)
    .flatMap((part, index) => (index ? [h('wbr'), part] : [part]));

/** A button that does one thing. */
export const button = (
  text: string,
  click: (event: Event) => void,
  props: Record<string, Value> = {},
): HTMLButtonElement => h('button', { type: 'button', click, ...props }, text);

/** Sends a typed event up from an element. */
export const send = <T>(from: Element, type: string, detail: T): boolean =>
  from.dispatchEvent(new CustomEvent<T>(type, { detail, bubbles: true }));

/** Listens to a typed event. */
export const hear = <T>(at: Element, type: string, listen: (detail: T) => void): void =>
  at.addEventListener(type, (event) => listen((event as CustomEvent<T>).detail));

/** Defines an element, once: a page may load two scripts that use it. */
export const define = (name: string, element: CustomElementConstructor): void => {
  if (!customElements.get(name)) customElements.define(name, element);
};
