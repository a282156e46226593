/** Where a caret stands in a JSON text that need not be whole. */
export interface JsonContext {
  /** The keys and indexes that lead to the object or array around it. */
  path: (string | number)[];
  /** Whether a key or a value is written there. */
  at: 'key' | 'value';
  /** The key whose value is written, or the index. */
  key: string | number;
  /** The token that it stands in or at the end of. */
  from: number;
  to: number;
  token: string;
  /** The keys that the object around it has before the caret. */
  keys: string[];
}

interface Frame {
  object: boolean;
  at: string | number;
  expectsKey: boolean;
  keys: string[];
}

const TOKEN = /"[^"\\\n]*(?:\\.[^"\\\n]*)*"?|[{}[\],:]|[^\s{}[\],:"]+/g;

const unquoted = (token: string): string => token.replace(/^"/, '').replace(/(?<!\\)"$/, '');

function step(frames: Frame[], token: string): void {
  const frame = frames.at(-1);
  if (token === '}' || token === ']') frames.pop();
  else if (token === '{') frames.push({ object: true, at: '', expectsKey: true, keys: [] });
  else if (token === '[') frames.push({ object: false, at: 0, expectsKey: false, keys: [] });
  else if (token === ',' && frame?.object) frame.expectsKey = true;
  else if (token === ',' && frame) frame.at = (frame.at as number) + 1;
  else if (frame?.expectsKey && token !== ':') {
    frame.at = unquoted(token);
    frame.keys.push(unquoted(token));
    frame.expectsKey = false;
  }
}

/** The context of a place in a text; `undefined` outside of any object and array. */
export function contextAt(text: string, place: number): JsonContext | undefined {
  const frames: Frame[] = [];
  let [from, to, token] = [place, place, ''];
  for (const { 0: found, index } of text.matchAll(TOKEN)) {
    const end = index + found.length;
    const isPunctuation = /^[{}[\],:]$/.test(found);
    if (index >= place) break;
    const open = found.startsWith('"') && (found.length === 1 || !found.endsWith('"'));
    if (
      !isPunctuation &&
      (end > place || (end === place && (open || !found.startsWith('"'))) || end === place)
    ) {
      [from, to, token] = [index, end, found];
      break;
    }
    step(frames, found);
  }
  const frame = frames.at(-1);
  if (!frame) return undefined;
  return {
    path: frames.slice(0, -1).map(({ at }) => at),
    at: frame.expectsKey ? 'key' : 'value',
    key: frame.at,
    from,
    to,
    token,
    keys: frame.keys,
  };
}
