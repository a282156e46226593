import type { ToolEntry } from '../catalogue/catalogue.ts';
import { categoryWords, levelWords } from '../catalogue/taxonomy.ts';
import type { Signal } from '../model/assessment.ts';
import { contrastOf } from '../risk/contrast.ts';
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
  /** What would make the level higher or lower, one sentence each; none where a review decided. */
  contrast: string[];
}

const SOURCES: Record<Signal['source'], string> = {
  name: 'Name',
  parameter: 'Parameter',
  text: 'Text',
  annotation: 'Author’s claim',
};

/** How sure the classifier is, in words; what speaks against it stands in the table. */
function confidenceWords({ assessment: { confidence, category, signals } }: ToolEntry): string {
  if (confidence === 'none') return 'because there is no evidence to go by';
  if (confidence === 'high') return 'and nothing of weight speaks against it';
  const divided = signals.some(({ points, weight }) => points !== category && weight > 0);
  return divided ? 'with some evidence against it' : 'on little evidence';
}

function verdictOf(entry: ToolEntry): Text {
  const { assessment, review, category } = entry;
  const said = categoryWords(assessment.category).label;
  const own = t`The classifier reads it as ${withArticle(said)} tool, ${confidenceWords(entry)}.`;
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
  // The contrast explains what the classifier said, which is not what a differing review says.
  const { higher, lower } = contrastOf(entry.assessment);
  const contrast = entry.assessment.category === entry.category ? [...higher, ...lower] : [];
  return { verdict: verdictOf(entry), rows, contrast };
}
