import { visible } from '../views/text.ts';
import { number } from '../views/words.ts';
import type { Answer, Ask } from './find.ts';
import type { Facet } from './prepare.ts';
import { type RowMarks, rowOf } from './row.ts';
import { summaryOf } from './summary.ts';

/** Brings answers onto the page; knows the markup of `components/search/Search.astro`. */

export const part = <T extends HTMLElement>(search: HTMLElement, selector: string): T =>
  search.querySelector(selector) as T;

export const checkboxes = (search: HTMLElement): HTMLInputElement[] => [
  ...search.querySelectorAll<HTMLInputElement>('.filters input'),
];

export const resultLinks = (search: HTMLElement): HTMLAnchorElement[] => [
  ...part(search, '.results').querySelectorAll('a'),
];

/** A copy of what stands in a template. */
const fromTemplate = (search: HTMLElement, template: string, selector: string): Node => {
  const { content } = part<HTMLTemplateElement>(search, `template.${template}`);
  return document.importNode(content.querySelector(selector) as Element, true);
};

/** The marks stand in templates, as the other pages show them. */
const marksOf = (search: HTMLElement): RowMarks => ({
  level: (id) => fromTemplate(search, 'levels', `.risk-${id}`),
  severity: (id) => fromTemplate(search, 'severities', `.risk-${id}`),
  verdict: (id) => fromTemplate(search, 'verdicts', `.verdict-${id}`),
});

/** As many rows as a first screen shows. */
const FIRST_ROWS = 8;

/** Rows that stay are left alone, so that nothing moves and the focus is kept. At most so many are added. */
function paintRows(
  search: HTMLElement,
  { items, instead }: Answer,
  query: string,
  most = items.length,
): void {
  const list = part(search, '.results');
  const shown = resultLinks(search).map((link) => link.getAttribute('href'));
  const stays = list.dataset.query === query && shown.every((href, place) => href === items[place]?.href);
  const from = stays ? shown.length : 0;
  const marks = marksOf(search);
  const rows = items.slice(from, from + most).map((item) => rowOf(item, instead ?? query, marks));
  if (stays) list.append(...rows);
  else list.replaceChildren(...rows);
  list.dataset.query = query;
}

/** Fills the lines that are kept free for the sentences of the results. */
export function paintSentences(search: HTMLElement, sentences: readonly string[]): void {
  const lines = part(search, '.results').querySelectorAll('.summary');
  for (const [place, line] of [...lines].entries()) line.textContent = visible(sentences[place] ?? '');
}

/** Writes only what changes: the browser would lay out the rest again. */
function write(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

function paintCounts(search: HTMLElement, { counts }: Answer): void {
  for (const { name, value, labels } of checkboxes(search)) {
    const count = counts[name as Facet][value] ?? 0;
    const label = labels?.[0] as HTMLElement;
    write(part(label, '.count'), number(count));
    label.classList.toggle('none', count === 0);
  }
}

/** Shows what a reader looks at first, the sentence and the first rows, and returns the sentence. */
export function paintFirst(search: HTMLElement, answer: Answer, asked: Ask, final: boolean): string {
  const summary = summaryOf(answer, asked, final);
  write(part(search, '.amount'), summary);
  paintRows(search, answer, asked.text, FIRST_ROWS);
  return summary;
}

/** Shows the rest of an answer: the rows below, and what each facet would give. */
export function paintRest(search: HTMLElement, answer: Answer, asked: Ask): void {
  paintRows(search, answer, asked.text);
  part(search, '.more').hidden = answer.items.length >= answer.total;
  part(search, '.clear').hidden = !checkboxes(search).some(({ checked }) => checked);
  paintCounts(search, answer);
}

/** Calls back when the browser has painted what was done so far. */
export const afterPaint = (call: () => void): number => requestAnimationFrame(() => setTimeout(call));
