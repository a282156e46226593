import { pointerOf } from './pointer.ts';

/** A place in a text; both count from 1, columns in UTF-16 units. */
export interface Position {
  line: number;
  column: number;
}

/** A key that stands twice in one object. */
export interface DuplicateKey {
  pointer: string;
  key: string;
  first: Position;
  second: Position;
}

/** How many duplicate keys are told of one text. */
const DUPLICATES_MAX = 100;

/** The line and column of an offset. */
export function positionOf(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

/** All keys that stand twice, of a text that `JSON.parse` accepts. It would keep the last without a word. */
export function duplicateKeys(text: string): DuplicateKey[] {
  const found: DuplicateKey[] = [];
  walk(text, (path, offset, first) => {
    if (first === undefined || found.length === DUPLICATES_MAX) return;
    const [one, two] = [positionOf(text, first), positionOf(text, offset)];
    found.push({ pointer: pointerOf(path()), key: String(path().at(-1)), first: one, second: two });
  });
  return found;
}

/**
 * Finds places of a document by JSON Pointer: a member at its key, an element at its beginning. What does not stand
 * in the text is found at the nearest place around it. For texts that nest within the bounds of a document.
 */
export function positions(text: string): (pointer: string) => Position {
  const offsets = isJson(text) ? offsetsOf(text) : new Map<string, number>();
  return (pointer) => {
    let place = pointer;
    while (place !== '' && !offsets.has(place)) place = place.slice(0, place.lastIndexOf('/'));
    return positionOf(text, offsets.get(place) ?? 0);
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** How deep places are looked for; a document nests no deeper. */
const DEPTH = 64;

function offsetsOf(text: string): Map<string, number> {
  const offsets = new Map<string, number>();
  walk(text, (path, offset, _, depth) => {
    if (depth <= DEPTH) offsets.set(pointerOf(path()), offset);
  });
  return offsets;
}

type Path = () => (string | number)[];
/** Told of each member and element; `first` is where the same key stood before. */
type Visit = (path: Path, offset: number, first: number | undefined, depth: number) => void;

interface Frame {
  /** The keys of an object so far and where they stand; `undefined` for an array. */
  keys: Map<string, number> | undefined;
  /** The key or index that is being read. */
  at: string | number;
  expectsKey: boolean;
}

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** Walks the tokens without recursion, so that no depth overflows the stack. */
function walk(text: string, visit: Visit): void {
  const frames: Frame[] = [];
  const path: Path = () => frames.map(({ at }) => at);
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const frame = frames.at(-1);
    if (token === '}' || token === ']') frames.pop();
    else if (token === ',') advance(frame as Frame);
    else if (frame?.expectsKey) visit(path, index, readKey(frame, token, index), frames.length);
    else if (token !== ':') {
      if (frame?.keys === undefined && frame !== undefined) visit(path, index, undefined, frames.length);
      if (token === '{') frames.push({ keys: new Map(), at: '', expectsKey: true });
      if (token === '[') frames.push({ keys: undefined, at: 0, expectsKey: false });
    }
  }
}

function advance(frame: Frame): void {
  if (frame.keys === undefined) frame.at = (frame.at as number) + 1;
  else frame.expectsKey = true;
}

/** Steps onto a key; gives the offset of the same key before, if there is one. */
function readKey(frame: Frame, token: string, offset: number): number | undefined {
  const key = JSON.parse(token) as string;
  const first = frame.keys?.get(key);
  frame.at = key;
  frame.expectsKey = false;
  if (first === undefined) frame.keys?.set(key, offset);
  return first;
}
