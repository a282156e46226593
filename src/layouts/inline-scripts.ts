/**
 * Runs before the first paint, so that a chosen theme does not flash. Storage may be closed; the theme of the
 * system then holds.
 */
export const THEME_SCRIPT =
  'try{let t=localStorage.theme;/^(light|dark)$/.test(t)&&(document.documentElement.dataset.theme=t)}catch{}';

/**
 * Stands at the end of the page, behind a template that holds the page's script, and takes that out of it. An
 * inline script runs only when the stylesheet is there: so the page's script, which the first paint does not
 * need, no longer shares the line with the stylesheet. The browser's `load` still waits for both.
 */
export const START_SCRIPT = 'document.body.append(document.currentScript.previousElementSibling.content)';

/** All scripts that stand in a page itself; the content policy names them by their hashes. */
export const INLINE_SCRIPTS: readonly string[] = [THEME_SCRIPT, START_SCRIPT];
