import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { TextFiles } from './pagefind-index.ts';
import { DATA, RECORDS } from './records.ts';
import { recordsOf, textsOf } from './records-of.ts';

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

/**
 * Writes all that the search needs into the built site `outDir`, under `search/data/` alone: the records and
 * the full-text index. The same catalogue gives the same bytes. Rejects when Pagefind fails.
 */
export async function buildSearch(catalogue: Catalogue, outDir: string): Promise<BuiltSearch> {
  const texts = textsOf(catalogue);
  const { folder, files } = await indexed(texts);
  const records = Buffer.from(JSON.stringify(recordsOf(catalogue, folder)));
  write(join(outDir, RECORDS), gzipSync(records, { level: 9 }));
  for (const { path, content } of files) write(join(outDir, DATA, folder, path), content);
  return { records: texts.length, files: files.length + 1 };
}
