import { fetchPacked } from './packed.ts';
import { sentenceFile, sentencePlace } from './records.ts';

/** Gives the sentences of records, in their order; empty where there is none or it cannot be loaded. */
export type Sentences = (records: readonly number[]) => Promise<string[]>;

/** The sentences in a folder; each file is loaded once. */
export function openSentences(folder: string): Sentences {
  const files = new Map<string, Promise<string[]>>();
  const load = (file: string): Promise<string[]> => {
    const loading = files.get(file) ?? fetchPacked<string[]>(folder + file).catch(() => []);
    files.set(file, loading);
    return loading;
  };
  return (records) =>
    Promise.all(records.map(async (each) => (await load(sentenceFile(each)))[sentencePlace(each)] ?? ''));
}
