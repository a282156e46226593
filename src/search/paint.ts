import { visible } from '../views/text.ts';
import { number } from '../views/words.ts';
import type { Answer, Ask } from './find.ts';
import type { Facet } from './prepare.ts';
import { type Marks, rowOf } from './row.ts';
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

/** The marks of the risk levels stand in a template. */
const marksOf =
  (search: HTMLElement): Marks =>
  (level) => {
    const { content } = part<HTMLTemplateElement>(search, '.marks');
    return document.importNode(content.querySelector(`.risk-${level}`) as Element, true);
  };

/** Rows that stay are left alone, so that nothing moves and the focus is kept. */
function paintRows(search: HTMLElement, { items, instead }: Answer, query: string): void {
  const list = part(search, '.results');
  const shown = resultLinks(search).map((link) => link.getAttribute('href'));
  const stays = list.dataset.query === query && shown.every((href, place) => href === items[place]?.href);
  const rows = items
    .slice(stays ? shown.length : 0)
    .map((item) => rowOf(item, instead ?? query, marksOf(search)));
  if (stays) list.append(...rows);
  else list.replaceChildren(...rows);
  list.dataset.query = query;
}

/** Fills the lines that are kept free for the sentences of the results. */
export function paintSentences(search: HTMLElement, sentences: readonly string[]): void {
  const lines = part(search, '.results').querySelectorAll('.summary');
  for (const [place, line] of [...lines].entries()) line.textContent = visible(sentences[place] ?? '');
}

function paintCounts(search: HTMLElement, { counts }: Answer): void {
  for (const { name, value, labels } of checkboxes(search)) {
    const count = counts[name as Facet][value] ?? 0;
    const label = labels?.[0] as HTMLElement;
    part(label, '.count').textContent = number(count);
    label.classList.toggle('none', count === 0);
  }
}

/** Shows an answer and returns the sentence above it. */
export function paint(search: HTMLElement, answer: Answer, asked: Ask, final: boolean): string {
  paintRows(search, answer, asked.text);
  paintCounts(search, answer);
  part(search, '.more').hidden = answer.items.length >= answer.total;
  part(search, '.clear').hidden = !checkboxes(search).some(({ checked }) => checked);
  const summary = summaryOf(answer, asked, final);
  part(search, '.amount').textContent = summary;
  return summary;
}
