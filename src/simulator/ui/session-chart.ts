import { define, h, svg } from '../../client/dom.ts';
import type { Outcome } from '../../policy/decision.ts';
import { WINDOW_MS, windowStart } from '../../policy/window.ts';
import { visible } from '../../views/text.ts';
import { dayText, isoText, timeText } from '../clock.ts';
import { COLUMNS, type Curve, type Picture } from '../draw.ts';
import { number } from '../words.ts';
import { outcomeMark } from './outcome.ts';

const LANES: readonly Outcome[] = ['allow', 'ask', 'deny'];
/** The height of a drawing, in its own units; its width is that of the columns. */
const LANE = 16;
const CURVE = 40;

const round = (value: number): number => Math.round(value * 100) / 100;

/** One bar for each column with calls of an outcome, as one path. */
function barsOf({ slices }: Picture, outcome: Outcome): string {
  const most = Math.max(1, ...slices.map((slice) => slice[outcome]));
  return slices
    .map((slice, column) => {
      const height = slice[outcome] ? 3 + (slice[outcome] / most) * (LANE - 3) : 0;
      return height ? `M${column} ${LANE}v${-round(height)}h1v${round(height)}z` : '';
    })
    .join('');
}

const drawing = (height: number, ...children: SVGElement[]): SVGElement =>
  svg(
    'svg',
    { viewBox: `0 0 ${COLUMNS} ${height}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    ...children,
  );

function laneOf(picture: Picture, outcome: Outcome): HTMLElement {
  const total = picture.slices.reduce((sum, slice) => sum + slice[outcome], 0);
  return h(
    'div',
    { class: 'lane' },
    h('span', { class: 'lane-name' }, outcomeMark(outcome), ` ${number(total)}`),
    h('span', { class: `lane-bars ${outcome}` }, drawing(LANE, svg('path', { d: barsOf(picture, outcome) }))),
  );
}

/** The steps of a counter: level until something is counted, and back to nothing where a window begins. */
function stepsOf({ points, windows, max, peak }: Curve): string {
  const top = Math.max(max, peak, 1);
  const y = (amount: number) => round(CURVE - (amount / top) * (CURVE - 2));
  const falls = windows.map((x) => ({ x, amount: 0 }));
  const all = [...points, ...falls].toSorted((a, b) => a.x - b.x || a.amount - b.amount);
  const path = all.map(({ x, amount }) => `H${round(x * COLUMNS)}V${y(amount)}`).join('');
  return `M0 ${y(0)}${path}H${COLUMNS}V${CURVE}H0z`;
}

const whose = ({ scope, caller }: Curve): string => (scope === 'grant' ? `caller ${caller}` : 'all callers');

/** The first and the last time of a drawing: one where they are the same, the day once where that is. */
function rangeOf(from: number, to: number): string[] {
  if (from === to) return [isoText(from)];
  return [isoText(from), dayText(from) === dayText(to) ? `${timeText(to)}Z` : isoText(to)];
}
const WINDOWS = new Map([
  [WINDOW_MS.minute, 'a minute'],
  [WINDOW_MS.hour, 'an hour'],
  [WINDOW_MS.day, 'a day'],
]);

/** What a counter holds at a time: nothing once its window is over. */
function heldAt({ last, window }: Curve, at: number): number {
  return window && windowStart(at, window) > windowStart(last.at, window) ? 0 : last.amount;
}

function curveOf(curve: Curve, clock: number): HTMLElement {
  const { counter, max, peak, windows, points } = curve;
  const top = Math.max(max, peak, 1);
  const line = round(CURVE - (max / top) * (CURVE - 2));
  const grid = windows.map((x) => `M${round(x * COLUMNS)} 0V${CURVE}`).join('');
  const refused = points
    .filter((point) => point.refused)
    .map(({ x }) => `M${round(x * COLUMNS)} 0v6`)
    .join('');
  const per = WINDOWS.get(curve.window) ?? 'a window';
  return h(
    'figure',
    { class: 'curve' },
    h(
      'figcaption',
      {},
      h('code', {}, visible(counter)),
      `, ${visible(whose(curve))}: ${number(heldAt(curve, clock))} of ${number(max)} ${per} now, ${number(peak)} at most`,
    ),
    drawing(
      CURVE,
      svg('path', { class: 'grid', d: grid }),
      svg('path', { class: 'held', d: stepsOf(curve) }),
      svg('path', { class: 'max', d: `M0 ${line}H${COLUMNS}` }),
      svg('path', { class: 'refused', d: refused }),
    ),
  );
}

/** `<session-chart>`: how calls came out, and how counters stood, over time. */
export class SessionChart extends HTMLElement {
  show(picture: Picture, clock: number): void {
    const { from, to, curves } = picture;
    this.hidden = !picture.slices.some(({ allow, ask, deny }) => allow + ask + deny);
    this.replaceChildren(
      ...LANES.map((outcome) => laneOf(picture, outcome)),
      h('p', { class: 'range small soft' }, ...rangeOf(from, to).map((text) => h('span', {}, text))),
      ...curves.map((curve) => curveOf(curve, clock)),
    );
  }
}

define('session-chart', SessionChart);
