import callForm from './css/call-form.css?inline';
import controls from './css/controls.css?inline';
import explanation from './css/explanation.css?inline';

/** What the simulator and the panel of a tool page have in common. */
const SHARED = [controls, callForm, explanation];

const added = new Set<string>();

/** Adds styles to the page, on first use and once: no other page has to carry them. */
export function addStyles(...more: readonly string[]): void {
  for (const css of [...SHARED, ...more]) {
    if (added.has(css)) continue;
    added.add(css);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
  }
}
