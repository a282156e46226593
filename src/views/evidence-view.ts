import type { ToolEntry } from '../catalogue/catalogue.ts';
import { categoryWords, levelWords } from '../catalogue/taxonomy.ts';
import type { Signal } from '../model/assessment.ts';
import { type Text, t } from './text.ts';
import { withArticle } from './words.ts';

/** One piece of evidence as a row of a table. */
export interface EvidenceRow {
  source: string;
  /** The exact words seen. */
  saw: string;
  /** The label of the category it speaks for. */
  points: string;
  note: string;
  /** Whether it speaks against the category of the page. */
  against: boolean;
}

export interface EvidenceView {
  verdict: Text;
  rows: EvidenceRow[];
}

const SOURCES: Record<Signal['source'], string> = {
  name: 'Name',
  parameter: 'Parameter',
  text: 'Text',
  annotation: 'Author’s claim',
};

const CONFIDENCE = {
  high: 'and nothing of weight against it',
  medium: 'with some evidence against it or little for it',
  low: 'but the evidence is thin or divided',
  none: 'because there is no evidence to go by',
} as const;

function verdictOf({ assessment, review, category }: ToolEntry): Text {
  const said = categoryWords(assessment.category).label;
  const own = t`The classifier reads it as ${withArticle(said)} tool, ${CONFIDENCE[assessment.confidence]}.`;
  if (!review) return own;
  if (assessment.category === category) return t`${own} A reviewer agrees.`;
  const { label, level } = categoryWords(category);
  return t`A review decides here: ${label}, ${levelWords(level).word} risk. ${review.reason} The classifier alone reads it as ${withArticle(said)} tool.`;
}

/** Why a tool has its category: every signal, and who had the last word. */
export function evidenceView(entry: ToolEntry): EvidenceView {
  const rows = entry.assessment.signals.map(({ source, saw, points, note }) => ({
    source: SOURCES[source],
    saw,
    points: categoryWords(points).label,
    note,
    against: points !== entry.category,
  }));
  return { verdict: verdictOf(entry), rows };
}
