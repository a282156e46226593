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
    return token.replace(/^"/, '');
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
      if (frame?.expectsKey && token !== '{' && token !== '[') {
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

/** The parts of a span line by line, each without the white space around it. */
export function linesOf(text: string, { from, to }: Span): Span[] {
  return [...text.slice(from, to).matchAll(/\S(?:[^\n]*\S)?/g)].map(({ 0: part, index }) => ({
    from: from + index,
    to: from + index + part.length,
  }));
}

/** Where the engine says that a text stops being JSON, as an offset. */
function syntaxPlace(text: string, message: string): number | undefined {
  const [, line, column] = /\bline (\d+) column (\d+)/.exec(message) ?? [];
  if (line === undefined || column === undefined) return undefined;
  const before = text.split('\n').slice(0, Number(line) - 1);
  return before.reduce((sum, { length }) => sum + length + 1, 0) + Number(column) - 1;
}

/** Where a fault or finding stands: at its place, or for a text that is no JSON where it stops being so. */
export function spanOfMark(
  text: string,
  spans: ReadonlyMap<string, Span>,
  { pointer, message }: { pointer: string; message: string },
): Span {
  if (pointer !== '') return spanOf(spans, pointer);
  const at = Math.min(syntaxPlace(text, message) ?? spanOf(spans, '').from, text.length);
  return { from: Math.max(0, at === text.length ? at - 1 : at), to: Math.min(text.length, at + 1) };
}
