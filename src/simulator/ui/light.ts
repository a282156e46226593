import type { Span } from '../spans.ts';

const NAME = 'simulator-place';

/** The node and offset at a place of the text of an element. */
function pointAt(element: Element, offset: number): [Node, number] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = offset;
  let last: Node = element;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node as Text;
    if (left <= length) return [node, left];
    left -= length;
    last = node;
  }
  return [last, (last as Text).length ?? 0];
}

/** Lights up a part of a text on the page, without a change to its elements; nothing where there is no part. */
export function lightUp(element: HTMLElement, span: Span | undefined): void {
  const highlights = globalThis.CSS?.highlights;
  if (!highlights) return;
  highlights.delete(NAME);
  if (!span) return;
  const range = new Range();
  range.setStart(...pointAt(element, span.from));
  range.setEnd(...pointAt(element, span.to));
  highlights.set(NAME, new Highlight(range));
  const { top } = range.getBoundingClientRect();
  const frame = element.getBoundingClientRect();
  // Only the text is scrolled, not the page under the reader's hand.
  if (top < frame.top || top > frame.bottom - 40) element.scrollTop += top - frame.top - 40;
}
