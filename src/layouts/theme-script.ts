/**
 * The one script that stands in the page itself: it runs before the first paint, so that a chosen theme does
 * not flash. Storage may be closed; the theme of the system then holds.
 */
export const THEME_SCRIPT =
  'try{let t=localStorage.theme;/^(light|dark)$/.test(t)&&(document.documentElement.dataset.theme=t)}catch{}';
