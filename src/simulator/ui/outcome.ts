import { h, svg } from '../../client/dom.ts';
import type { Outcome } from '../../policy/decision.ts';
import type { Verdict } from '../verdict.ts';
import { outcomeWord } from '../words.ts';

/** Each outcome has a shape of its own, so that it can be told without its colour. */
const SHAPES: Record<Outcome, string> = {
  allow: 'M6 0a6 6 0 110 12A6 6 0 016 0zM5 8.800l4.500-4.500-1-1L5 6.800 3.500 5.300l-1 1z',
  deny: 'M3.500 0h5L12 3.500v5L8.500 12h-5L0 8.500v-5zM3.800 2.800l-1 1L5 6 2.800 8.200l1 1L6 7l2.200 2.200 1-1L7 6l2.200-2.200-1-1L6 5z',
  ask: 'M6 0l6 6-6 6-6-6zM5.300 2.800v3.900h1.400V2.800zM5.300 7.700v1.500h1.400V7.700z',
};

/** The mark of an outcome: its shape and its word. */
export const outcomeMark = (outcome: Outcome, word: string = outcome): HTMLElement =>
  h(
    'b',
    { class: `outcome ${outcome}` },
    svg(
      'svg',
      { viewBox: '0 0 12 12', 'aria-hidden': 'true' },
      svg('path', { d: SHAPES[outcome], 'fill-rule': 'evenodd' }),
    ),
    word,
  );

export const verdictMark = (verdict: Verdict): HTMLElement =>
  outcomeMark(verdict.outcome, outcomeWord(verdict));
