import { RECORDS, type Records } from './records.ts';

/** Fetches JSON that is gzipped in itself, so that its size does not depend on the host. Rejects on any fault. */
export async function fetchPacked<T>(url: string, options: RequestInit = {}): Promise<T> {
  const { ok, status, body } = await fetch(url, options);
  if (!ok || !body) throw new Error(`${url}: ${status}`);
  return new Response(body.pipeThrough(new DecompressionStream('gzip'))).json() as Promise<T>;
}

/** Fetches the records; the browser asks whether its copy is the newest, and all other files are named by them. */
export const fetchRecords = (): Promise<Records> => fetchPacked<Records>(RECORDS, { cache: 'no-cache' });
