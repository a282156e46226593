import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { TextFiles } from './pagefind-index.ts';
import { DATA, RECORDS, sentenceFile } from './records.ts';
import { recordsOf, sentencesOf, textsOf } from './records-of.ts';

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

function write(file: string, content: Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

const packed = (value: unknown): Uint8Array => gzipSync(JSON.stringify(value), { level: 9 });

/** The sentences in the files that the search asks for: `sentenceFile` to the list of them. */
const sentenceFiles = (sentences: readonly string[]): Map<string, string[]> => {
  const byFile = Map.groupBy(sentences.entries(), ([record]) => sentenceFile(record));
  return new Map([...byFile].map(([file, rows]) => [file, rows.map(([, sentence]) => sentence)]));
};

/**
 * Writes all that the search needs into the built site `outDir`, under `search/data/` alone: the records,
 * the full-text index, and the sentences that results show. The same catalogue gives the same bytes.
 * Rejects when Pagefind fails.
 */
export async function buildSearch(catalogue: Catalogue, outDir: string): Promise<BuiltSearch> {
  const { folder, files } = await indexed(textsOf(catalogue));
  const records = recordsOf(catalogue, folder);
  const sentences = sentencesOf(catalogue);
  const inFolder = join(outDir, DATA, folder);
  for (const { path, content } of files) write(join(inFolder, path), content);
  const chunks = sentenceFiles(sentences);
  for (const [file, chunk] of chunks) write(join(inFolder, file), packed(chunk));
  // Last, because it names all the others.
  write(join(outDir, RECORDS), packed(records));
  return { records: sentences.length, files: files.length + chunks.size + 1 };
}
