import type { Proven } from '../recommend/prove.ts';
import { argument } from './policy-view.ts';
import { code, type Text, t } from './text.ts';
import { ordinal, plural } from './words.ts';

/** One line of a recorded run. */
export interface RunRow {
  call: Text;
  outcome: Proven['outcome'];
  rule: string;
}

function callOf(step: Proven, before: Proven | undefined): Text {
  switch (step.kind) {
    case 'within':
      return step.times === 1 ? t`One call` : t`${plural(step.times, 'call')}, one after the other`;
    case 'over':
      return t`The ${ordinal((before?.times ?? 0) + 1)} call right after`;
    case 'later':
      return t`One more, a minute later`;
    case 'varied':
      return t`With ${argument(step.varied?.path ?? '')}: ${code(JSON.stringify(step.varied?.value))}`;
    case 'unlisted':
      return t`A tool that is not listed`;
    case 'any':
      return t`Any call`;
  }
}

/** What the engine said of each call when the page was built. */
export const runView = (run: readonly Proven[]): RunRow[] =>
  run.map((step, index) => ({ call: callOf(step, run[index - 1]), outcome: step.outcome, rule: step.rule }));
