/** Where a text stops being JSON, and what would have to stand there. Does not depend on what a platform says. */
export interface JsonFault {
  /** In UTF-16 units; the length of the text where it ends too early. */
  offset: number;
  expected: string;
}

type State = 'value' | 'first' | 'key' | 'firstKey' | 'colon' | 'after' | 'end';

const EXPECTED: Readonly<Record<State, string>> = {
  value: 'a JSON value',
  first: 'a JSON value or "]"',
  key: 'a key in double quotes',
  firstKey: 'a key in double quotes or "}"',
  colon: 'a colon',
  after: 'a comma or the closing bracket',
  end: 'nothing more',
};

const BLANK = /[ \t\n\r]*/y;
/** A bracket, a comma, a colon, a text, or any other value (RFC 8259). */
const LEXEME =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them inside a text
  /[{}[\],:]|"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})[^"\\\u0000-\u001f]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Matches at a place and nowhere else. */
function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** The state behind a lexeme, or nothing where it must not stand. `open` holds the brackets that are not closed. */
function next(state: State, lexeme: string, open: string[]): State | undefined {
  const behind = () => (open.length ? 'after' : 'end');
  const isValue = state === 'value' || state === 'first';
  const closes =
    state === 'after' || (state === 'first' && lexeme === ']') || (state === 'firstKey' && lexeme === '}');
  if (lexeme === '{' || lexeme === '[') {
    if (!isValue) return undefined;
    open.push(lexeme === '{' ? '}' : ']');
    return lexeme === '{' ? 'firstKey' : 'first';
  }
  if (lexeme === '}' || lexeme === ']') return closes && open.pop() === lexeme ? behind() : undefined;
  if (lexeme === ',') return state === 'after' ? (open.at(-1) === '}' ? 'key' : 'value') : undefined;
  if (lexeme === ':') return state === 'colon' ? 'value' : undefined;
  if (isValue) return behind();
  return (state === 'key' || state === 'firstKey') && lexeme.startsWith('"') ? 'colon' : undefined;
}

/** The first fault of a text as JSON; nothing where it is JSON. Works without recursion, at any depth. */
export function jsonFault(text: string): JsonFault | undefined {
  const open: string[] = [];
  let state: State = 'value';
  let at = 0;
  for (;;) {
    at += (matchAt(BLANK, text, at) as string).length;
    if (at === text.length && state === 'end') return undefined;
    const lexeme = matchAt(LEXEME, text, at);
    const then: State | undefined = lexeme === undefined ? undefined : next(state, lexeme, open);
    if (lexeme === undefined || then === undefined) return { offset: at, expected: EXPECTED[state] };
    state = then;
    at += lexeme.length;
  }
}
