import contrasts from '../../content/taxonomy/risk-contrasts.json' with { type: 'json' };
import type { Assessment, Signal } from '../model/assessment.ts';
import type { CategoryId, LevelId } from '../model/category.ts';
import { labelOf, levelOf } from './levels.ts';
import type { RiskContrasts } from './taxonomy.ts';
import { verdictOf } from './verdict.ts';

/** What would make the level higher or lower, as whole sentences, each computed from the tool's own evidence. */
export interface Contrast {
  higher: string[];
  lower: string[];
}

/** Worst first. `unrated` is no rank: it is neither higher nor lower than the others. */
const LEVELS: readonly LevelId[] = ['critical', 'high', 'medium', 'low'];
const { acts } = contrasts as RiskContrasts;

const listed = (parts: readonly string[], last: 'and' | 'or'): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1)}`;

const PLACES: Record<string, string> = {
  '/name': 'the name',
  '/title': 'the title',
  '/summary': 'our sentence',
  '/description': 'the author’s text',
};
const placeOf = ({ where, source }: Signal): string =>
  PLACES[where] ?? (source === 'annotation' ? 'the author’s claim' : 'a parameter');
const quoted = (signal: Signal): string => `“${signal.saw}” in ${placeOf(signal)}`;

const heaviest = (signals: readonly Signal[]): Signal | undefined =>
  signals.toSorted((a, b) => b.weight - a.weight)[0];

const counted = (signals: readonly Signal[], points: CategoryId): Signal[] =>
  signals
    .filter((signal) => signal.points === points && signal.weight > 0)
    .toSorted((a, b) => b.weight - a.weight);

/** The categories of a level above this one, the nearest level first. */
const above = (level: LevelId): CategoryId[] =>
  (Object.keys(acts) as CategoryId[]).filter(
    (other) => LEVELS.indexOf(levelOf(other)) < LEVELS.indexOf(level),
  );

function pointedAt({ category, signals }: Assessment, other: CategoryId): string[] {
  const [strongest] = counted(signals, other);
  if (!strongest) return [];
  const rest = `it points to ${labelOf(other)}, but the rest points to ${labelOf(category)}`;
  return [`Higher (${levelOf(other)}), if ${quoted(strongest)} were what a normal call does: ${rest}.`];
}

/** What a call would have to do for each higher level: first what something points to, then what nothing does. */
function higherOf(assessment: Assessment): string[] {
  const { level, signals } = assessment;
  const others = above(level);
  const silent = others.filter((other) => counted(signals, other).length === 0);
  const levels = [...new Set(silent.map(levelOf))];
  return [
    ...others.flatMap((other) => pointedAt(assessment, other)),
    ...levels.map((higher) => {
      const would = silent.filter((other) => levelOf(other) === higher).map((other) => acts[other]);
      return `Higher (${higher}), if a call ${would.join(', or ')}: nothing seen in this tool says that it does.`;
    }),
  ];
}

/** What an unrated tool lacks. */
function ratedIf({ signals }: Assessment): string[] {
  const strongest = heaviest(signals.filter(({ weight }) => weight > 0));
  const now = strongest
    ? `${quoted(strongest)} points to ${labelOf(strongest.points)}, but too weakly`
    : 'nothing seen in it does';
  return [`Rated, if its name, text or parameters said what a call does: ${now}.`];
}

const without = (signals: readonly Signal[], where: ReadonlySet<string>, points: CategoryId): Signal[] =>
  signals.filter((signal) => !(signal.points === points && where.has(signal.where)));

const outcome = (category: CategoryId): string =>
  category === 'unclassified'
    ? 'there would be too little left to rate it by'
    : `the rest points to ${labelOf(category)} (${levelOf(category)})`;

/** Whether a category is of a lower level, or of none. */
const isLower = (category: CategoryId, level: LevelId): boolean =>
  !(LEVELS as readonly string[]).includes(levelOf(category)) ||
  LEVELS.indexOf(levelOf(category)) > LEVELS.indexOf(level);

/** The one place whose evidence carries the level, or all the places that carry it together. */
function lowerOf({ category, level, signals }: Assessment): string[] {
  if (level === 'low') return [];
  const carrying = counted(signals, category);
  const places = [...new Set(carrying.map(({ where }) => where))];
  const single = places.find((where) =>
    isLower(verdictOf(without(signals, new Set([where]), category)).category, level),
  );
  const gone = new Set(single === undefined ? places : [single]);
  const left = verdictOf(without(signals, gone, category)).category;
  if (!isLower(left, level)) return [];
  const first = [...gone].flatMap((where) => carrying.find((signal) => signal.where === where) ?? []);
  return [`Lower, if it were not for ${listed(first.map(quoted), 'and')}: ${outcome(left)}.`];
}

/**
 * What would change the level of an assessed tool. Every sentence is true of this tool: what it says of “the rest”
 * was computed by leaving the named evidence out.
 */
export const contrastOf = (assessment: Assessment): Contrast =>
  assessment.level === 'unrated'
    ? { higher: ratedIf(assessment), lower: [] }
    : { higher: higherOf(assessment), lower: lowerOf(assessment) };
