import type { LintContext, LintRule } from './finding.ts';
import { allConditions, type ConditionAt } from './walk.ts';

/** Texts so different that a pattern which matches each of them says nothing. */
const TEXTS = [
  '',
  'a',
  'Z',
  '0',
  ' ',
  '\n',
  '\u0000',
  '-_./\\',
  'rm -rf / ; ls',
  // What agents hand over every day: a pattern may refuse all texts but such.
  'https://example.com/a',
  'SELECT a FROM b',
  'reports/2026/summary.txt',
  'été',
  '日本語',
  '😀',
  'a\nb',
  'x'.repeat(2000),
];

/** One piece of a pattern: an escape, a class, a group opening, or a single character. */
const TOKEN =
  /\\(?:x\{[^}]*\}|[pP]\{[^}]*\}|.)|\[\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*\]|\(\?[^):]*:?|\{\d+(?:,\d*)?\}|./gsu;

const ENDS = new Set(['$', '\\z']);
const STARTS = new Set(['^', '\\A']);
const EMPTY_CLASSES = new Set(['[^\\s\\S]', '[^\\S\\s]', '[^\\d\\D]', '[^\\w\\W]', '[^\\x00-\\x{10FFFF}]']);
const NO_TEXT = new Set(['|', '(', ')', '$', '^', '*', '+', '?', '\\b', '\\B', '\\A', '\\z', '\\Q', '\\E']);
const MAY_BE_NONE = /^(?:[*?]|\{0)/;

/** Whether a piece always takes at least one character, given the piece after it. */
const takes = (token: string | undefined, next: string | undefined): boolean =>
  token !== undefined && !NO_TEXT.has(token) && !/^[({]/.test(token) && !MAY_BE_NONE.test(next ?? '');

/**
 * Whether a pattern plainly matches no text: it wants text behind its end or before its start, or one of a class
 * that is empty. Finds the usual slips, not all that is possible.
 */
export function matchesNothing(pattern: string): boolean {
  if (/\(\?[a-z]*m/i.test(pattern) || /\\Q|\|/.test(pattern)) return false;
  const tokens = [...pattern.matchAll(TOKEN)].map(([token]) => token);
  return tokens.some((token, at) => {
    if (EMPTY_CLASSES.has(token)) return !MAY_BE_NONE.test(tokens[at + 1] ?? '');
    if (ENDS.has(token)) return takes(tokens[at + 1], tokens[at + 2]);
    return STARTS.has(token) && takes(tokens[at - 1], undefined);
  });
}

const patterns = ({ document }: LintContext): (ConditionAt & { pattern: string })[] =>
  allConditions(document).flatMap((at) =>
    at.condition.op === 'regex' ? [{ ...at, pattern: at.condition.value }] : [],
  );

/** Rules about regular expressions. */
export const PATTERNS: readonly LintRule[] = [
  {
    id: 'matches-everything',
    level: 'warning',
    description:
      'A pattern that matches every text: the search is not anchored, so it need only match nothing somewhere.',
    check: (context) =>
      patterns(context)
        .filter(({ pattern }) => {
          const search = context.regex?.(pattern);
          return typeof search === 'function' && TEXTS.every(search);
        })
        .map(({ pattern, pointer }) => ({
          pointer: `${pointer}/value`,
          message: `${JSON.stringify(pattern)} matches every text.`,
        })),
  },
  {
    id: 'matches-nothing',
    level: 'warning',
    description: 'A pattern that matches no text.',
    check: (context) =>
      patterns(context)
        .filter(({ pattern }) => matchesNothing(pattern))
        .map(({ pattern, pointer }) => ({
          pointer: `${pointer}/value`,
          message: `${JSON.stringify(pattern)} matches no text.`,
        })),
  },
  {
    id: 'unanchored-require',
    level: 'note',
    description: 'A `require` whose pattern is not anchored lets any text pass that holds a match somewhere.',
    check: (context) =>
      patterns(context)
        .filter(({ kind, pattern }) => kind === 'require' && !/^(?:\(\?[a-z]+\))?(?:\^|\\A)/.test(pattern))
        .map(({ pattern, pointer }) => ({
          pointer: `${pointer}/value`,
          message: `${JSON.stringify(pattern)} need only match somewhere in the text. Anchor it with ^ and $ to ask it of all.`,
        })),
  },
];
