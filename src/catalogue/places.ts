/** The catalogue that the site is built from unless another is named. */
export const CONTENT = 'content';
/** A catalogue with the authors' texts, on this machine alone; builds of `CONTENT` merge it. */
export const LOCAL = '.local/catalogue';
