/** How names, titles and queries are cut into words. The index and the query go through the same functions. */

const MARKS = /\p{M}+/gu;
const SEPARATORS = /[^\p{L}\p{N}]+/gu;
const RUN = /[\p{L}\p{N}]+/gu;
const HUMP = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;
const POSSESSIVE = /['’]s\b/gu;
const ASCII = /^[\0-\x7f]*$/;

/** Words that say nothing about what is looked for. */
const STOP = new Set(
  'a all an and any are as at be by can do for from how i in into is it its me my of on or our that the their this to via what which with'.split(
    ' ',
  ),
);
/** Words of a server's title that do not part it from others. */
const NOISE = new Set('mcp server servers official remote the'.split(' '));

/** Without capitals, accents and compatibility forms. */
export const fold = (text: string): string =>
  ASCII.test(text) ? text.toLowerCase() : text.normalize('NFKD').replace(MARKS, '').toLowerCase();

/** The letters and digits alone: `create_issue`, `createIssue` and `Create Issue` are one. */
export const squash = (text: string): string => fold(text).replace(SEPARATORS, '');

/** A simple singular, used on both sides of a comparison, so that it need not be a real word. */
export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('ss')) return word;
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1);
}

/** A piece of text between separators: as a whole, and cut at its humps (`createIssue`: create, issue). */
export interface Run {
  /** Folded and in the singular, as it is compared. */
  whole: string;
  /** The same of its parts; one where there are no humps. */
  parts: readonly string[];
  /** Folded alone, as it is written. */
  text: string;
  texts: readonly string[];
}

function runOf(run: string): Run {
  const text = fold(run);
  const texts = run.split(HUMP).map(fold);
  return { whole: singular(text), parts: texts.map(singular), text, texts };
}

/** The runs of a text, in their order. */
export const runsOf = (text: string): Run[] => (text.replace(POSSESSIVE, '').match(RUN) ?? []).map(runOf);

/** The runs that carry meaning; all of them where none does. */
export function withoutStopWords(runs: readonly Run[]): readonly Run[] {
  const rest = runs.filter(({ text }) => !STOP.has(text));
  return rest.length ? rest : runs;
}

/** The letters and digits of a title that part it from others: `GitHub MCP Server` is `github`. */
export function squashedTitle(title: string): string {
  const words = title.replace(POSSESSIVE, '').match(RUN) ?? [];
  const rest = words.filter((word) => !NOISE.has(fold(word)));
  return squash((rest.length ? rest : words).join(' '));
}

/** A text as separate words for the full-text index, its humps cut. */
export const spaced = (text: string): string =>
  (text.match(RUN) ?? []).flatMap((run) => run.split(HUMP)).join(' ');
