/** A piece of a sentence: words of ours, a name or value to show as code, or a link. */
export type Part = string | { code: string } | { text: string; href: string };

/** A generated sentence. Catalogue text enters it only as `code` or as a link's text, never as markup. */
export type Text = readonly Part[];

export const code = (value: string): Part => ({ code: value });
export const link = (text: string, href: string): Part => ({ text, href });

/** Characters that cannot be seen or that change how others are read: control, format, and line separators. */
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029\u3164\uFFA0]/gu;

/** Catalogue text for the eye: each character that cannot be seen is written as its code point. */
export const visible = (text: string): string =>
  text.replace(UNSEEN, (character) => `\\u{${(character.codePointAt(0) as number).toString(16)}}`);

/** Joins template and values to one sentence: t`Denies ${code(name)}.` */
export function t(strings: TemplateStringsArray, ...values: readonly (Part | Text | number)[]): Text {
  const parts = strings.flatMap((words, index): Part[] => {
    const value = values[index];
    if (value === undefined) return [words];
    if (typeof value === 'number') return [words, String(value)];
    return Array.isArray(value) ? [words, ...(value as Text)] : [words, value as Part];
  });
  return parts.filter((part) => part !== '');
}

/** Sentences one after the other. */
export const paragraph = (...sentences: readonly (Text | undefined)[]): Text =>
  sentences.filter((text) => text !== undefined).flatMap((text, index) => (index ? [' ', ...text] : text));

const plainPart = (part: Part): string =>
  typeof part === 'string' ? part : 'code' in part ? visible(part.code) : visible(part.text);

/** A sentence without its markup. */
export const plain = (text: Text): string => text.map(plainPart).join('');
