/** English for generated sentences. Every page goes through these few functions, so each rule is in one place. */

const thousands = new Intl.NumberFormat('en-US');

/** `31748` as `31,748`. */
export const number = (value: number): string =>
  // Nearly all numbers are small, and formatting one takes a microsecond that 31,748 pages feel.
  value < 1000 && Number.isInteger(value) ? String(value) : thousands.format(value);

/** `1 tool`, `55 tools`, `2 copies`. */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${number(count)} ${count === 1 ? one : many}`;

const ordinals = new Intl.PluralRules('en-US', { type: 'ordinal' });
const SUFFIX: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };

/** `31` as `31st`. */
export const ordinal = (value: number): string => `${number(value)}${SUFFIX[ordinals.select(value)] ?? 'th'}`;

/** `a Read`, `an Execute`. Only for words of the taxonomy: the article follows the first letter. */
export const withArticle = (word: string): string => `${/^[aeiou]/i.test(word) ? 'an' : 'a'} ${word}`;

/** `a`, `a and b`, `a, b and c`. */
export const list = (items: readonly string[], last = 'and'): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;

/** The text with exactly one mark at its end and no white space around it. */
export function sentence(text: string): string {
  const trimmed = text.trim().replace(/[.\s]+$/, '');
  return /[!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** With its first letter in lower case, unless it starts with an acronym or a name in capitals. */
export const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text;

/**
 * A server's title as a noun: `GitHub MCP server`, never with a word of it twice
 * (`Excel MCP Server`, `MCP`, `Weather Server`).
 */
export function serverNoun(title: string): string {
  if (/\bserver$/i.test(title)) return title;
  return /\bmcp$/i.test(title) ? `${title} server` : `${title} MCP server`;
}

/** Titles that stand for themselves: with an article, a possessive or a pronoun of their own. */
const OWN_ARTICLE = /^(the|an?|my|our|your|this)\s|^\S+['’]s?\s/i;

/** `serverNoun` with its article. */
export const theServer = (title: string): string =>
  OWN_ARTICLE.test(title) ? serverNoun(title) : `the ${serverNoun(title)}`;

/** A name as the index of a book sorts it: without capitals and leading signs; names of signs alone come last. */
export const indexKey = (name: string): string =>
  name.toLowerCase().replace(/^[^\p{L}\p{N}]+/u, '') || `\uffff${name}`;
