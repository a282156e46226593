import { StreamLanguage, type StringStream } from '@codemirror/language';

/** What is inside an open bracket stands this much further in. */
const UNIT = 2;

/** The style of the next token, and the stream behind it; the names are those of the highlighting tags. */
function token(stream: StringStream, state: { depth: number }): string | null {
  if (stream.eatSpace()) return null;
  if (stream.match(/^"(?:[^"\\]|\\.)*"?/)) return stream.match(/^\s*:/, false) ? 'propertyName' : 'string';
  if (stream.match(/^-?\d[\d.eE+-]*/)) return 'number';
  if (stream.match(/^(?:true|false)\b/)) return 'bool';
  if (stream.match(/^null\b/)) return 'null';
  const next = stream.next();
  if (next === '{' || next === '[') state.depth += 1;
  if (next === '}' || next === ']') state.depth = Math.max(0, state.depth - 1);
  return null;
}

/** How far a line stands in: as deep as the brackets that are open, where it begins with a closing one less. */
const indent = ({ depth }: { depth: number }, after: string): number =>
  (/^\s*[}\]]/.test(after) ? Math.max(0, depth - 1) : depth) * UNIT;

/** JSON for the editor: colours and indentation. A parser with a whole tree would weigh more than all else of it. */
export const jsonLanguage = StreamLanguage.define<{ depth: number }>({
  name: 'json',
  startState: () => ({ depth: 0 }),
  copyState: ({ depth }) => ({ depth }),
  token,
  indent,
  languageData: {
    closeBrackets: { brackets: ['[', '{', '"'] },
    indentOnInput: /^\s*[}\]]$/,
  },
});
