import { h } from '../../client/dom.ts';
import { HELP } from './help.ts';

/** The parts of the simulator, by what they are. */
export interface Parts {
  title: HTMLElement;
  buttons: readonly HTMLElement[];
  notice: HTMLElement;
  drawers: readonly HTMLElement[];
  status: HTMLElement;
  editor: HTMLElement;
  compare: HTMLElement;
  comparison: HTMLElement;
  clock: HTMLElement;
  form: HTMLElement;
  tally: HTMLElement;
  chart: HTMLElement;
  list: HTMLElement;
  said: HTMLElement;
}

const half = (id: string, name: string, ...parts: HTMLElement[]): HTMLElement =>
  h('section', { class: 'half', 'aria-labelledby': id }, h('h2', { id }, name), ...parts);

/** Places the parts on the page. */
export const layout = (parts: Parts): HTMLElement[] => [
  h('div', { class: 'bar' }, parts.title, h('div', { class: 'row' }, ...parts.buttons)),
  parts.notice,
  ...parts.drawers,
  h(
    'div',
    { class: 'halves' },
    half(
      'the-policy',
      'Policy',
      parts.status,
      parts.editor,
      h('div', { class: 'row' }, parts.compare),
      parts.comparison,
    ),
    half(
      'the-session',
      'Session',
      parts.clock,
      h('details', { class: 'add', open: true }, h('summary', {}, 'Make a call'), parts.form),
      parts.tally,
      parts.chart,
      parts.list,
    ),
  ),
  HELP(),
  parts.said,
];
