import type { LevelId } from '../model/category.ts';

/** One thing in a cell: words of ours, or a name as code; with the mark of a risk level, with a link. */
export interface Piece {
  text: string;
  code?: boolean;
  level?: LevelId;
  href?: string;
}

/** A cell: pieces under each other, or a block of code. */
export type Cell = { pieces: Piece[] } | { block: string };

/** A row of the comparison. */
export interface Row {
  label: string;
  cells: Cell[];
  /** Whether the cells say different things. */
  differs: boolean;
}

/** A row of a table of rows: what it says of one subject, and what decides whether two are the same. */
export interface RowKind<Subject> {
  label: string;
  cell: (subject: Subject) => Cell;
  /** Compared in place of the cell, where the cell holds names of the subject. */
  same?: (subject: Subject) => unknown;
}

export const words = (text: string | undefined): Cell => ({ pieces: text ? [{ text }] : [] });
export const pieces = (all: readonly Piece[]): Cell => ({ pieces: [...all] });

/** Rows of subjects beside each other. Fewer than two do not differ. */
export const rowsOf = <Subject>(kinds: readonly RowKind<Subject>[], subjects: readonly Subject[]): Row[] =>
  kinds.map(({ label, cell, same = cell }) => ({
    label,
    cells: subjects.map(cell),
    differs: new Set(subjects.map((subject) => JSON.stringify(same(subject)))).size > 1,
  }));
