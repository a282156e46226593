/** The characters of a link that chat programs and browsers still carry whole. */
export const LINK_MAX = 16_000;

/** The beginning of a fragment that holds a session, with the version of its form. */
export const LINK = /^#v(\d+)\./;

/** Whether a fragment of an address says that it holds a session, of this version or of another. */
export const isLink = (fragment: string): boolean => LINK.test(fragment);
