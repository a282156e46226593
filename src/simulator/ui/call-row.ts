import { visible } from '../../views/text.ts';
import { timeText } from '../clock.ts';
import type { Group } from '../compare.ts';
import { type Run, type Verdict, verdictAt } from '../verdict.ts';
import { number, outcomeWord } from '../words.ts';
import { type Entry, GRANT } from '../workspace.ts';
import { argsLine } from './args-line.ts';
import { code, h } from './dom.ts';
import { outcomeMark, verdictMark } from './outcome.ts';

/** A line of the session, with what both policies say of it. */
export interface Row {
  /** Its place in the session, from 0. */
  entry: number;
  one: Entry;
  /** The time of the line before, where there is one. */
  before: number | undefined;
  groups: readonly Group[];
  run: Run | undefined;
  base: Run | undefined;
  open: boolean;
}

const tag = (text: string): HTMLElement => h('span', { class: 'tag' }, visible(text));

/** What is not usual about a call. */
const tagsOf = ({ grant, unguarded, upstream, times }: Entry): HTMLElement[] => [
  ...(grant === GRANT ? [] : [tag(grant)]),
  ...(unguarded ? [tag('no policy attached')] : []),
  ...(upstream === 'failed' ? [tag('fails upstream')] : []),
  ...(times > 1 ? [tag(`${number(times)}×`)] : []),
];

/** How a call came out, and the rule that decided. */
const verdictWithRule = (verdict: Verdict): HTMLElement[] => [
  verdictMark(verdict),
  ...(verdict.rule ? [h('span', { class: 'rule' }, visible(verdict.rule))] : []),
];

function outcomesOf({ one, groups, run }: Row): HTMLElement[] {
  if (!run) return [];
  if (one.times === 1) return groups.flatMap(({ from }) => verdictWithRule(verdictAt(run, from)));
  const sums = new Map<Verdict['outcome'], number>();
  for (const { from, to } of groups) {
    const { outcome } = verdictAt(run, from);
    sums.set(outcome, (sums.get(outcome) ?? 0) + to - from);
  }
  return [...sums].map(([outcome, count]) => outcomeMark(outcome, `${number(count)} ${outcome}`));
}

const wasWords = (verdict: Verdict): string =>
  `${outcomeWord(verdict)}${verdict.rule ? ` by ${visible(verdict.rule)}` : ''}`;

/** What the other policy said of the calls that it decides otherwise; empty where there are none. */
function wasText({ groups, base }: Row): string {
  const changed = groups.filter((group) => group.changed);
  if (!base || !changed.length) return '';
  const count = changed.reduce((sum, { from, to }) => sum + to - from, 0);
  const words = new Set(changed.map(({ from }) => wasWords(verdictAt(base, from))));
  const [only = ''] = words;
  return `${count > 1 ? `${number(count)} were` : 'was'} ${words.size > 1 ? 'otherwise' : only}`;
}

/** The button of a line: when, what, and how it came out. */
export function rowButton(row: Row, click: () => void): HTMLElement {
  const { one, before, open } = row;
  const back = before !== undefined && one.at < before;
  const was = wasText(row);
  return h(
    'button',
    { type: 'button', class: 'call-main', 'aria-expanded': String(open), click },
    h('span', { class: 'when' }, timeText(one.at), back && h('span', {}, ' clock runs back')),
    h('span', { class: 'what' }, code(one.tool), ' ', h('span', { class: 'args' }, argsLine(one.args))),
    h(
      'span',
      { class: 'how' },
      ...tagsOf(one),
      ...outcomesOf(row),
      was !== '' && h('span', { class: 'changed' }, was),
    ),
  );
}
