import { close, createIndex, type IndexFile, type PagefindIndex } from 'pagefind';
import { withoutKeys } from './pagefind-meta.ts';

/** A full-text index: the name of its folder and its files. */
export interface TextFiles {
  folder: string;
  files: { path: string; content: Uint8Array }[];
}

/** What the search loads; the rest are Pagefind's own interfaces and one fragment a record. */
const NEEDED = /^(pagefind\.js|pagefind-entry\.json|pagefind\.[^/]+\.pf_meta|wasm\.en\.pagefind|index\/.*)$/;

async function checked<T extends { errors: string[] }>(answer: Promise<T>): Promise<T> {
  const result = await answer;
  if (result.errors.length) throw new Error(`Pagefind: ${result.errors.join('; ')}`);
  return result;
}

/** The address of a page is its number with leading zeros, so that its place is the same in any order. */
const address = (record: number): string => `/${String(record).padStart(7, '0')}`;

async function add(index: PagefindIndex, texts: readonly string[]): Promise<void> {
  // One after the other: pages are numbered as they arrive, and in parallel they arrive in any order.
  for (const [record, content] of texts.entries())
    await checked(index.addCustomRecord({ url: address(record), content, language: 'en' }));
}

function needed(files: readonly IndexFile[]): TextFiles {
  const kept = files
    .filter(({ path }) => NEEDED.test(path))
    .map(({ path, content }) => ({
      path,
      content: path.endsWith('.pf_meta') ? withoutKeys(content) : content,
    }));
  const meta = kept.find(({ path }) => path.endsWith('.pf_meta'))?.path ?? '';
  const hash = /^pagefind\.(.+)\.pf_meta$/.exec(meta)?.[1];
  if (!hash) throw new Error('Pagefind wrote no metadata.');
  return { folder: `text-${hash}`, files: kept };
}

/**
 * Builds the full-text index of texts; a text's place is its record's number. The same texts give the same
 * bytes. Takes about 10 s for 35,000 texts, in a process of its own.
 */
export async function indexTexts(texts: readonly string[]): Promise<TextFiles> {
  const { index } = await checked(createIndex({ forceLanguage: 'en' }));
  if (!index) throw new Error('Pagefind did not start.');
  try {
    await add(index, texts);
    return needed((await checked(index.getFiles())).files);
  } finally {
    await close();
  }
}
