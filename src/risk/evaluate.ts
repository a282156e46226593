import type { Assessment } from '../model/assessment.ts';
import { CategoryId } from '../model/category.ts';
import { classify } from './classify.ts';
import type { ClassifiableTool } from './tool.ts';

/** A tool with what others say of it, to measure the classifier with. */
export interface Labelled {
  /** The id of its server. */
  server: string;
  tool: ClassifiableTool;
  /** A reviewer's reading. `unclassified` means that nobody could tell. */
  reviewed?: CategoryId | undefined;
}

/** Right and counted, of one category. */
export interface CategoryScore {
  category: CategoryId;
  reviewed: number;
  /** Of those that the classifier puts here, the share that a reviewer does; 1 where there are none. */
  precision: number;
  /** Of those that a reviewer puts here, the share that the classifier does. */
  recall: number;
}

/** A tool where the classifier and a reviewer, or the author's hint, differ. */
export interface Disagreement {
  server: string;
  name: string;
  reviewed?: CategoryId | undefined;
  /** The author's `readOnlyHint`. */
  readOnlyHint?: boolean | undefined;
  assessment: Assessment;
}

/** The classifier against reviewers and authors. Every share is from 0 to 1. The annotations were hidden from it. */
export interface Evaluation {
  /** Tools that a reviewer put into a category. */
  reviewed: number;
  right: number;
  /** Read-only or not, as the reviewer says. */
  readOnlyRight: number;
  /** Tools that a reviewer calls execute, destructive or financial, and the share that the classifier calls read. */
  dangerous: number;
  dangerousCalledRead: number;
  /** Tools that a reviewer calls read, and the share that the classifier calls execute, destructive or financial. */
  harmless: number;
  harmlessCalledDangerous: number;
  /** Rows: the reviewer; columns: the classifier. */
  matrix: Record<CategoryId, Record<CategoryId, number>>;
  categories: CategoryScore[];
  /** Tools that nobody could tell; they are in none of the shares. */
  unknowable: number;
  unknowableLeftOpen: number;
  /** Tools whose author sets `readOnlyHint`, and the share where the classifier agrees. */
  hinted: number;
  hintAgrees: number;
  /** Of the tools hinted as read-only, the share that the classifier calls otherwise, and the reverse. */
  hintedReadOnly: number;
  hintedReadOnlyCalledOther: number;
  disagreements: Disagreement[];
}

const IDS = CategoryId.options;
const KNOWN = IDS.filter((id) => id !== 'unclassified');
const DANGEROUS: readonly CategoryId[] = ['execute', 'destructive', 'financial'];

/** A share of what is right: all, where there is nothing to get wrong; and of what is wrong: nothing. */
const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
const fault = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
const count = <T>(items: readonly T[], test: (item: T) => boolean): number => items.filter(test).length;

/** A labelled tool and what the classifier says of it, blind to its annotations. */
export interface Case extends Labelled {
  assessment: Assessment;
  readOnlyHint: boolean | undefined;
}

function hintOf({ annotations }: ClassifiableTool): boolean | undefined {
  if (typeof annotations !== 'object' || annotations === null) return undefined;
  const hint = (annotations as Record<string, unknown>)['readOnlyHint'];
  return typeof hint === 'boolean' ? hint : undefined;
}

const caseOf = (labelled: Labelled): Case => ({
  ...labelled,
  assessment: classify({ ...labelled.tool, annotations: undefined }),
  readOnlyHint: hintOf(labelled.tool),
});

const isRead = ({ assessment }: Case): boolean => assessment.category === 'read';

function matrixOf(cases: readonly Case[]): Evaluation['matrix'] {
  const row = () => Object.fromEntries(IDS.map((id) => [id, 0])) as Record<CategoryId, number>;
  const matrix = Object.fromEntries(KNOWN.map((id) => [id, row()])) as Evaluation['matrix'];
  for (const { reviewed, assessment } of cases) if (reviewed) matrix[reviewed][assessment.category] += 1;
  return matrix;
}

function scoreOf(matrix: Evaluation['matrix'], category: CategoryId): CategoryScore {
  const right = matrix[category][category];
  const reviewed = IDS.reduce((sum, id) => sum + matrix[category][id], 0);
  const called = KNOWN.reduce((sum, id) => sum + matrix[id][category], 0);
  return { category, reviewed, precision: share(right, called), recall: share(right, reviewed) };
}

/** How sure the classifier was of what it got wrong: the surest first, then by server and name. */
const CONFIDENCE = ['high', 'medium', 'low', 'none'];
const worstFirst = (a: Case, b: Case): number =>
  CONFIDENCE.indexOf(a.assessment.confidence) - CONFIDENCE.indexOf(b.assessment.confidence) ||
  Number(b.reviewed !== undefined) - Number(a.reviewed !== undefined) ||
  (`${a.server}/${a.tool.name}` < `${b.server}/${b.tool.name}` ? -1 : 1);

const disagrees = (each: Case): boolean =>
  each.reviewed === undefined || each.reviewed === 'unclassified'
    ? each.readOnlyHint !== undefined && each.readOnlyHint !== isRead(each)
    : each.reviewed !== each.assessment.category;

/** The shares among tools that a reviewer put into a category. */
function reviewedShares(known: readonly Case[]) {
  const dangerous = known.filter(({ reviewed }) => reviewed && DANGEROUS.includes(reviewed));
  const harmless = known.filter(({ reviewed }) => reviewed === 'read');
  const right = count(known, ({ reviewed, assessment }) => reviewed === assessment.category);
  const readOnlyRight = count(known, (each) => isRead(each) === (each.reviewed === 'read'));
  const called = count(harmless, ({ assessment }) => DANGEROUS.includes(assessment.category));
  return {
    reviewed: known.length,
    right: share(right, known.length),
    readOnlyRight: share(readOnlyRight, known.length),
    dangerous: dangerous.length,
    dangerousCalledRead: fault(count(dangerous, isRead), dangerous.length),
    harmless: harmless.length,
    harmlessCalledDangerous: fault(called, harmless.length),
  };
}

/** The shares among tools whose author says whether they only read. */
function hintedShares(all: readonly Case[]) {
  const hinted = all.filter(({ readOnlyHint }) => readOnlyHint !== undefined);
  const readOnly = hinted.filter(({ readOnlyHint }) => readOnlyHint);
  const agrees = count(hinted, (each) => isRead(each) === each.readOnlyHint);
  return {
    hinted: hinted.length,
    hintAgrees: share(agrees, hinted.length),
    hintedReadOnly: readOnly.length,
    hintedReadOnlyCalledOther: fault(
      count(readOnly, (each) => !isRead(each)),
      readOnly.length,
    ),
  };
}

const disagreementOf = ({ server, tool, reviewed, readOnlyHint, assessment }: Case): Disagreement => ({
  server,
  name: tool.name,
  reviewed,
  readOnlyHint,
  assessment,
});

/** Lets the classifier judge labelled tools, with the authors' annotations hidden from it. */
export const judge = (labelled: Iterable<Labelled>): Case[] => Array.from(labelled, caseOf);

/** Measures the classifier on tools that it has judged. */
export function evaluate(all: readonly Case[]): Evaluation {
  const known = all.filter(({ reviewed }) => reviewed !== undefined && reviewed !== 'unclassified');
  const unknowable = all.filter(({ reviewed }) => reviewed === 'unclassified');
  const matrix = matrixOf(known);
  return {
    ...reviewedShares(known),
    ...hintedShares(all),
    matrix,
    categories: KNOWN.map((category) => scoreOf(matrix, category)),
    unknowable: unknowable.length,
    unknowableLeftOpen: count(unknowable, ({ assessment }) => assessment.category === 'unclassified'),
    disagreements: all.filter(disagrees).toSorted(worstFirst).map(disagreementOf),
  };
}
