import type { Catalogue } from '../catalogue/catalogue.ts';
import { halfOf } from '../catalogue/halves.ts';
import { CATEGORIES, categoryWords } from '../catalogue/taxonomy.ts';
import type { CategoryId } from '../model/category.ts';
import { type Case, type Evaluation, evaluate, judge } from '../risk/evaluate.ts';
import { number, plural } from './words.ts';

/** One measurement of the classifier. */
export interface Measured {
  title: string;
  shares: { term: string; value: string }[];
  matrix: { label: string; cells: { text: string; right: boolean }[] }[];
}

export interface MethodPage {
  /** The columns of each matrix. */
  columns: string[];
  /** None where no tool of the catalogue has a reviewer's category. */
  measured: Measured[];
  /** How many tools have another category than the classifier alone would give. */
  corrected: string;
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const KNOWN = CATEGORIES.filter(({ id }) => id !== 'unclassified');

const sharesOf = (result: Evaluation): Measured['shares'] => [
  { term: 'Tools with a reviewer’s category', value: number(result.reviewed) },
  { term: 'Category right', value: percent(result.right) },
  { term: 'Read-only or not, right', value: percent(result.readOnlyRight) },
  {
    term: `Destructive, Financial or Execute (${number(result.dangerous)}) called Read`,
    value: percent(result.dangerousCalledRead),
  },
  {
    term: `Read (${number(result.harmless)}) called Destructive, Financial or Execute`,
    value: percent(result.harmlessCalledDangerous),
  },
  {
    term: `Agrees with the authors’ readOnlyHint (${number(result.hinted)}), hidden from it`,
    value: percent(result.hintAgrees),
  },
];

const matrixOf = ({ matrix }: Evaluation): Measured['matrix'] =>
  KNOWN.map(({ id, label }) => ({
    label,
    cells: CATEGORIES.map((column) => ({
      text: number(matrix[id][column.id]),
      right: id === column.id,
    })),
  }));

function measure(title: string, cases: readonly Case[]): Measured {
  const result = evaluate(cases);
  return { title, shares: sharesOf(result), matrix: matrixOf(result) };
}

/** The measurements, of which the second holds the first: the classifier judges every tool once. */
function measurements({ tools }: Catalogue): Measured[] {
  if (!tools.some(({ tool }) => tool.reviewed)) return [];
  const cases = judge(
    tools.map(({ server, tool }) => ({
      server: server.id,
      tool: { ...tool, server: server.id },
      reviewed: tool.reviewed as CategoryId | undefined,
    })),
  );
  return [
    measure(
      'On servers that no word was chosen on',
      cases.filter(({ server }) => halfOf(server) === 'held'),
    ),
    measure('On all servers', cases),
  ];
}

/** What the method page says: how often the classifier is right, measured when the site is built. */
export const methodPage = (catalogue: Catalogue): MethodPage => ({
  columns: CATEGORIES.map(({ id }) => categoryWords(id).label),
  measured: measurements(catalogue),
  corrected: plural(
    catalogue.tools.filter(({ review, assessment }) => review && review.category !== assessment.category)
      .length,
    'tool',
  ),
});
