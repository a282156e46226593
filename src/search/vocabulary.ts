import { type Run, runsOf } from './words.ts';

/** What is known of a word of the names. */
export interface Word {
  /** How often it is written in which form. */
  written: Map<string, number>;
  /** Whether it is only written with humps (`createIssue`), so that nobody need know it as one word. */
  humped: boolean;
  /** In the order of the records. */
  records: number[];
}

/** The words of all names, by their form in the index. */
export class Vocabulary extends Map<string, Word> {
  #add(word: string, written: string, record: number, humped = false): void {
    const entry: Word = this.get(word) ?? { written: new Map(), humped, records: [] };
    if (!this.has(word)) this.set(word, entry);
    entry.written.set(written, (entry.written.get(written) ?? 0) + 1);
    if (!humped) entry.humped = false;
    if (entry.records.at(-1) !== record) entry.records.push(record);
  }

  /**
   * Adds the words of a name and says how many there are, with its humps cut or not. The records must come in
   * their order. A proper name such as `EchoLeak` is a word in spite of its humps.
   */
  addName(name: string, record: number, isProper = false): { runs: number; parts: number } {
    const runs: Run[] = runsOf(name);
    for (const { whole, text, parts, texts } of runs) {
      this.#add(whole, text, record, !isProper && parts.length > 1);
      if (parts.length > 1)
        for (const [place, part] of parts.entries()) this.#add(part, texts[place] as string, record);
    }
    return { runs: runs.length, parts: runs.reduce((count, { parts }) => count + parts.length, 0) };
  }
}

/** The form in which a word is written most. */
export const mostFrequent = ({ written }: Word): string =>
  [...written].reduce((best, each) => (each[1] > best[1] ? each : best))[0];
