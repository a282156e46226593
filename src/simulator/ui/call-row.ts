import { code, h, paths } from '../../client/dom.ts';
import { visible } from '../../views/text.ts';
import { dayText, spanText, timeText } from '../clock.ts';
import type { Group } from '../compare.ts';
import { type Run, type Verdict, verdictAt } from '../verdict.ts';
import { number, outcomeWord } from '../words.ts';
import { type Entry, GRANT } from '../workspace.ts';
import { argsLine } from './args-line.ts';
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
const tagsOf = ({ grant, grantedBefore, unguarded, upstream, times }: Entry): HTMLElement[] => [
  ...(grant === GRANT ? [] : [tag(grant)]),
  ...(unguarded ? [tag('no policy attached')] : []),
  ...(upstream === 'failed' ? [tag('fails upstream')] : []),
  ...(grantedBefore ? [tag(`granted ${spanText(grantedBefore)} before`)] : []),
  ...(times > 1 ? [tag(`${number(times)}×`)] : []),
];

/** How a call came out, and the rule that decided. */
const verdictWithRule = (verdict: Verdict): HTMLElement[] => [
  verdictMark(verdict),
  ...(verdict.rule ? [h('span', { class: 'rule' }, ...paths(verdict.rule))] : []),
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

const wasWords = (verdict: Verdict): string => outcomeWord(verdict) + verdict.rule;

/** What the other policy said of the calls that it decides otherwise; nothing where there are none. */
function wasParts({ groups, base }: Row): HTMLElement[] {
  const changed = groups.filter((group) => group.changed);
  const [first] = changed.map(({ from }) => base && verdictAt(base, from));
  if (!base || !first) return [];
  const count = changed.reduce((sum, { from, to }) => sum + to - from, 0);
  const alike = new Set(changed.map(({ from }) => wasWords(verdictAt(base, from)))).size === 1;
  const was = `${count > 1 ? `${number(count)} were` : 'was'} ${alike ? outcomeWord(first) : 'otherwise'}`;
  const rule = alike && first.rule !== '' && h('span', { class: 'rule' }, ...paths(`by ${first.rule}`));
  return [h('span', { class: 'was' }, h('b', { class: 'changed' }, was), rule && ' ', rule)];
}

/** The button of a line: when, what, and how it came out. */
export function rowButton(row: Row, click: () => void): HTMLElement {
  const { one, before, open } = row;
  const back = before !== undefined && one.at < before;
  const day = before !== undefined && dayText(before) !== dayText(one.at) && dayText(one.at);
  return h(
    'button',
    { type: 'button', class: 'call-main', 'aria-expanded': String(open), click },
    one.note !== undefined && h('span', { class: 'note' }, visible(one.note)),
    h(
      'span',
      { class: 'when' },
      day && h('span', { class: 'day' }, day),
      timeText(one.at),
      back && h('span', {}, ' clock runs back'),
    ),
    h('span', { class: 'what' }, code(one.tool), ' ', h('span', { class: 'args' }, argsLine(one.args))),
    h('span', { class: 'how' }, ...tagsOf(one), ...outcomesOf(row), ...wasParts(row)),
  );
}
