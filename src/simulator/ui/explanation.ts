import { h, paths, send } from '../../client/dom.ts';
import type { Step } from '../../policy/trace.ts';
import { visible } from '../../views/text.ts';
import type { Details, Told } from '../details.ts';
import { agentText, changeWords, checkWords, comparisonWords, countingWords } from '../words.ts';
import { outcomeMark } from './outcome.ts';

/** Asks for a place of the document to be shown, or of the other one; the detail is its JSON Pointer. */
export const SHOW_PLACE = 'show-place';
export const SHOW_OTHER = 'show-other-place';

const RESULTS: Record<Step['result'], string> = { pass: 'passes', deny: 'denies', ask: 'holds' };

const place = (pointer: string): HTMLElement =>
  pointer
    ? h(
        'button',
        {
          type: 'button',
          class: 'place',
          title: 'Show this place in the policy',
          click: (event) => send(event.currentTarget as Element, SHOW_PLACE, pointer),
        },
        ...paths(pointer),
      )
    : h('span');

function stepRow(step: Step): HTMLElement {
  const lines = [
    ...(step.conditions ?? []).map(comparisonWords),
    ...(step.counting ? [countingWords(step.counting)] : []),
  ];
  return h(
    'li',
    { class: `step ${step.result}` },
    h('span', { class: 'step-name' }, checkWords(step)),
    h('b', { class: step.result === 'pass' ? 'soft' : step.result }, RESULTS[step.result]),
    place(step.pointer),
    ...lines.map((line) => h('span', { class: 'compared' }, visible(line))),
  );
}

/** The decision itself: outcome, rule, and what the agent is told. */
function decision(told: Told): HTMLElement {
  const text = agentText(told);
  return h(
    'dl',
    { class: 'told' },
    h('dt', {}, 'Decision'),
    h(
      'dd',
      {},
      outcomeMark(told.outcome),
      ' ',
      told.rule ? h('code', {}, ...paths(told.rule)) : 'no rule stands against it',
    ),
    ...(told.pointer ? [h('dt', {}, 'Place'), h('dd', {}, place(told.pointer))] : []),
    ...(text ? [h('dt', {}, 'The agent reads'), h('dd', {}, h('q', {}, ...paths(text)))] : []),
  );
}

function trace({ trace: steps }: Told): HTMLElement | undefined {
  if (!steps.length) return undefined;
  return h(
    'details',
    { open: true },
    h('summary', {}, 'Step by step'),
    h('ol', { class: 'trace' }, ...steps.map(stepRow)),
  );
}

const GRANTED = 'It was held, a person granted it, and then:';
const EXPIRED = 'A person had granted it before, but an approval does not last so long:';

/** How a call came out and why. `at` is when it was made. */
export function explanation({ told, held }: Details, at: number): HTMLElement {
  const change = told.change && h('p', { class: 'nearest' }, visible(changeWords(told.change, at)));
  return h(
    'div',
    { class: 'explanation' },
    held && h('p', { class: 'small' }, told.outcome === 'ask' ? EXPIRED : GRANTED),
    decision(told),
    change,
    trace(held && told.trace.length < held.trace.length ? held : told),
  );
}

/** What the other policy says of a call. Its places are those of the other document. */
export function otherExplanation(details: Details, at: number): HTMLElement {
  const part = h(
    'details',
    { class: 'before' },
    h('summary', {}, 'What the other policy says'),
    explanation(details, at),
  );
  part.addEventListener(SHOW_PLACE, (event) => {
    event.stopPropagation();
    send(part, SHOW_OTHER, (event as CustomEvent<string>).detail);
  });
  return part;
}
