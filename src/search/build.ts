import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import type { TextFiles } from './pagefind-index.ts';
import { DATA, RECORDS, sentenceFile } from './records.ts';
import { recordsOf, type Searched, sentencesOf, textsOf } from './records-of.ts';

/** What a build of the search wrote. */
export interface BuiltSearch {
  records: number;
  files: number;
}

/**
 * Indexes texts in a thread of its own: Pagefind takes one text at a time, and each would otherwise wait
 * for its turn between the pages that are rendered meanwhile.
 */
async function indexed(texts: string[]): Promise<TextFiles> {
  const thread = new Worker(new URL('./index-thread.ts', import.meta.url), { workerData: texts });
  const [files] = (await once(thread, 'message')) as [TextFiles];
  await thread.terminate();
  return files;
}

const packed = (value: unknown): Uint8Array => gzipSync(JSON.stringify(value), { level: 9 });

/** The sentences in the files that the search asks for: `sentenceFile` to the list of them. */
const sentenceFiles = (sentences: readonly string[]): Map<string, string[]> => {
  const byFile = Map.groupBy(sentences.entries(), ([record]) => sentenceFile(record));
  return new Map([...byFile].map(([file, rows]) => [file, rows.map(([, sentence]) => sentence)]));
};

/** All files of a search, made but not written. */
export interface SearchFiles {
  records: number;
  /** The paths start at the root of the site. */
  files: ReadonlyMap<string, Uint8Array>;
}

/**
 * Makes all that the search needs: the records, the full-text index, and the sentences that results show,
 * all under `/search/data/`. The same catalogue and attacks give the same bytes. Rejects when Pagefind fails.
 */
export async function makeSearch(searched: Searched): Promise<SearchFiles> {
  const text = await indexed(textsOf(searched));
  const sentences = sentencesOf(searched);
  const inFolder = (path: string) => `${DATA}${text.folder}/${path}`;
  const files = new Map([
    ...text.files.map(({ path, content }) => [inFolder(path), content] as const),
    ...[...sentenceFiles(sentences)].map(([file, chunk]) => [inFolder(file), packed(chunk)] as const),
    [RECORDS, packed(recordsOf(searched, text.folder))],
  ]);
  return { records: sentences.length, files };
}

/** Writes the files of a search into a built site. */
export function writeSearch({ records, files }: SearchFiles, outDir: string): BuiltSearch {
  for (const [path, content] of files) {
    const file = join(outDir, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return { records, files: files.size };
}

/**
 * Makes and writes the search of a built site. A folder that another process may empty meanwhile is better
 * written when that has ended: `makeSearch` beside it, then `writeSearch`.
 */
export const buildSearch = async (searched: Searched, outDir: string): Promise<BuiltSearch> =>
  writeSearch(await makeSearch(searched), outDir);
