import { CategoryId } from '../model/category.ts';
import type { Disagreement, Evaluation } from './evaluate.ts';

const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;
const IDS = CategoryId.options;
const KNOWN = IDS.filter((id) => id !== 'unclassified');

/** Rows of cells as lines of text, the columns right-aligned but for the first. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  '),
  );
}

const matrixRows = ({ matrix }: Evaluation): string[][] => [
  ['reviewed as \\ classified as', ...IDS],
  ...KNOWN.map((row) => [row, ...IDS.map((column) => String(matrix[row][column]))]),
];

const categoryRows = ({ categories }: Evaluation): string[][] => [
  ['category', 'reviewed', 'precision', 'recall'],
  ...categories.map(({ category, reviewed, precision, recall }) => [
    category,
    String(reviewed),
    percent(precision),
    percent(recall),
  ]),
];

function disagreementText({ server, name, reviewed, readOnlyHint, assessment }: Disagreement): string[] {
  const said = reviewed ?? (readOnlyHint ? 'readOnlyHint: true' : 'readOnlyHint: false');
  const signals = assessment.signals
    .filter(({ weight }) => weight > 0)
    .map(({ where, saw, points, weight }) => `    ${points} ${weight}  “${saw}” at ${where}`);
  return [
    `${server} / ${name}: ${said}, classified as ${assessment.category} (${assessment.confidence})`,
    ...signals,
  ];
}

/** A report for people, as plain text. */
export function evaluationText(title: string, evaluation: Evaluation): string {
  const { disagreements } = evaluation;
  return [
    title,
    '',
    ...table([
      ['reviewed tools', String(evaluation.reviewed)],
      ['  category right', percent(evaluation.right)],
      ['  read-only or not right', percent(evaluation.readOnlyRight)],
      ['reviewed as execute, destructive or financial', String(evaluation.dangerous)],
      ['  of these called read', percent(evaluation.dangerousCalledRead)],
      ['reviewed as read', String(evaluation.harmless)],
      ['  of these called execute, destructive or financial', percent(evaluation.harmlessCalledDangerous)],
      ['reviewed as unknowable (in none of the shares)', String(evaluation.unknowable)],
      ['  of these left unclassified', String(evaluation.unknowableLeftOpen)],
      ['tools with a readOnlyHint, hidden from the classifier', String(evaluation.hinted)],
      ['  read-only or not as the hint says', percent(evaluation.hintAgrees)],
      ['hinted as read-only', String(evaluation.hintedReadOnly)],
      ['  of these called otherwise', percent(evaluation.hintedReadOnlyCalledOther)],
    ]),
    '',
    ...table(matrixRows(evaluation)),
    '',
    ...table(categoryRows(evaluation)),
    ...(disagreements.length > 0 ? ['', 'worst disagreements'] : []),
    ...disagreements.flatMap(disagreementText),
    '',
  ].join('\n');
}
