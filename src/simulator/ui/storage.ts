import type { Report } from '../service.ts';
import { saveText } from '../take/save.ts';
import type { Workspace } from '../workspace.ts';

/** The last session, kept in this browser. Storage may be closed or full; then nothing is kept. */

const KEY = 'simulator';
/** Browsers give a site a few megabytes in all. */
const MOST = 2_000_000;

/** Keeps a session, with what was found in its documents if both are valid. */
export function keep(workspace: Workspace, { marks, baseMarks }: Pick<Report, 'marks' | 'baseMarks'>): void {
  const valid = [...marks, ...baseMarks].every(({ level }) => level !== 'fault');
  try {
    const text = saveText(workspace, valid ? [marks, baseMarks] : undefined);
    if (text.length <= MOST) localStorage.setItem(KEY, text);
  } catch {
    // The session then lasts for this page.
  }
}

export function kept(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

export function forget(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // There was nothing to forget.
  }
}
