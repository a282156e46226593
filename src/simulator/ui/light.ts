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

/** Lights up parts of a text on the page, without a change to its elements; nothing where there are none. */
export function lightUp(element: HTMLElement, spans: readonly Span[]): void {
  const highlights = globalThis.CSS?.highlights;
  if (!highlights) return;
  highlights.delete(NAME);
  const ranges = spans.map(({ from, to }) => {
    const range = new Range();
    range.setStart(...pointAt(element, from));
    range.setEnd(...pointAt(element, to));
    return range;
  });
  const [first] = ranges;
  if (!first) return;
  highlights.set(NAME, new Highlight(...ranges));
  const { top } = first.getBoundingClientRect();
  const frame = element.getBoundingClientRect();
  // Only the text is scrolled, not the page under the reader's hand.
  if (top < frame.top || top > frame.bottom - 40) element.scrollTop += top - frame.top - 40;
}
