import css from './simulator.css?inline';

let sheet: CSSStyleSheet | undefined;

/** Adds the styles of the simulator to the page, on first use: no other page has to carry them. */
export function addStyles(): void {
  if (sheet) return;
  sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
