const UNSEEN = /[\u007f-\u009f\p{Cf}\u2028\u2029]/gu;
const escaped = (character: string) =>
  [...Array(character.length).keys()]
    .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
    .join('');

/** JSON for people to read and copy: indented, and with every character that cannot be seen escaped. */
export const jsonText = (value: unknown): string => JSON.stringify(value, null, 2).replace(UNSEEN, escaped);

/** JSON for a `<script>` element: nothing in it can end the element. */
export const jsonForScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');
