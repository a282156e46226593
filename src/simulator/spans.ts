import { pointerOf } from '../policy/pointer.ts';

/** A part of a text, in UTF-16 units; `to` is the first beyond it. */
export interface Span {
  from: number;
  to: number;
}

interface Frame {
  /** Whether it is an object. */
  object: boolean;
  /** The key or index that is being read. */
  at: string | number;
  /** Where the member or element that is being read begins. */
  from: number;
  expectsKey: boolean;
}

const TOKEN = /"[^"\\\n]*(?:\\.[^"\\\n]*)*"?|[{}[\],:]|[^\s{}[\],:"]+/g;
/** As deep as documents nest. */
const DEEPEST = 64;

function keyOf(token: string): string {
  try {
    return JSON.parse(token) as string;
  } catch {
    return token.slice(1);
  }
}

/**
 * Where each place of a JSON text stands, by its JSON Pointer: a member from its key to the end of its value. Also
 * reads a text that is not whole, as far as it goes.
 */
export function spansOf(text: string): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>();
  const frames: Frame[] = [];
  const names = () => frames.map(({ at }) => at);
  let end = 0;
  const close = () => {
    const frame = frames.at(-1);
    if (!frame || frame.from < 0) return;
    if (frames.length <= DEEPEST) spans.set(pointerOf(names()), { from: frame.from, to: end });
    frame.from = -1;
  };
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const frame = frames.at(-1);
    if (token === '}' || token === ']') {
      close();
      frames.pop();
    } else if (token === ',') {
      close();
      if (frame?.object) frame.expectsKey = true;
      else if (frame) frame.at = (frame.at as number) + 1;
    } else if (token !== ':') {
      if (frame && frame.from < 0) frame.from = index;
      if (frame?.expectsKey && token.startsWith('"')) {
        frame.at = keyOf(token);
        frame.expectsKey = false;
      } else if (token === '{' || token === '[')
        frames.push({
          object: token === '{',
          at: token === '{' ? '' : 0,
          from: -1,
          expectsKey: token === '{',
        });
    }
    end = index + token.length;
    if (frames.length === 0) spans.set('', { from: spans.get('')?.from ?? index, to: end });
  }
  while (frames.length) {
    close();
    frames.pop();
  }
  spans.set('', { from: Math.max(0, text.search(/\S/)), to: Math.max(end, 0) });
  return spans;
}

/** Where a place stands, or the nearest that is there around it. */
export function spanOf(spans: ReadonlyMap<string, Span>, pointer: string): Span {
  let place = pointer;
  while (place !== '' && !spans.has(place)) place = place.slice(0, place.lastIndexOf('/'));
  return spans.get(place) ?? { from: 0, to: 0 };
}
