/** A verb that was run together with its object: `getwallets`, `Listallsubscriptions`; not `listing` or `created`. */
const GLUED =
  /(?<![A-Za-z])(get|list|create|update|delete|retrieve|fetch)(?!(?:ing|t?er|ener|ed|or|ion|ive|en|able)s?\b|rs?\b|d\b|al\b)(?=[a-z]{3})/gi;

/**
 * The words of a tool or parameter name, lower case, in order: snake, kebab, camel, dotted and slashed names,
 * acronyms and digits. `getURLContent` gives `get url content`; a name in another script gives no words.
 */
export function wordsOfName(name: string): string[] {
  return (
    name
      .normalize('NFKC')
      .replace(/%[0-9A-F]{2}/gi, ' ')
      .replace(DRAG, 'drag')
      .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
      .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
      .replace(GLUED, '$1 ')
      .toLowerCase()
      .match(/[a-z]+(?:2[a-z]+|[0-9]+)?|[0-9]+/g) ?? []
  );
}

/** “Drag and drop” is one act, and drops nothing. */
const DRAG = /(?<![A-Za-z])drag[ _-]*(?:and|n)[ _-]*drop/gi;

/** The words of running text, lower case, with the marks that end a clause kept as words of their own. */
export function wordsOfText(text: string): string[] {
  return (
    text
      .replace(DRAG, 'drag')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*|[,;:.!?()]/gu) ?? []
  );
}

/** The forms that an inflected or prefixed English word may have come from (`reconnects`, `undeploy`), the word itself first. */
export function stems(word: string): string[] {
  const forms = [word];
  if (word.endsWith('ies')) forms.push(`${word.slice(0, -3)}y`);
  if (word.endsWith('es')) forms.push(word.slice(0, -2));
  if (word.endsWith('s') && !word.endsWith('ss')) forms.push(word.slice(0, -1));
  if (word.endsWith('ing') && word.length > 5) {
    const base = word.slice(0, -3);
    forms.push(base, `${base}e`, base.replace(/(.)\1$/, '$1'));
  }
  const prefixed = /^(?:re|un)-?(?=\w{4})/;
  if (prefixed.test(word)) forms.push(...stems(word.replace(prefixed, '')));
  return forms;
}

/** The first form of a word that `known` knows. */
export const stemIn = (word: string, known: { has(word: string): boolean }): string | undefined =>
  stems(word).find((form) => known.has(form));
