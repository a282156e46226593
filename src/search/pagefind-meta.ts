import { gunzipSync, gzipSync } from 'node:zlib';
import { type Cbor, decode, encode } from './cbor.ts';

/** Pagefind starts each of its compressed files with these bytes. */
const SIGNATURE = Buffer.from('pagefind_dcd');
const COMPRESSION = { level: 9 };

type Page = [hash: string, ...rest: Cbor[]];

const isPage = (value: Cbor): value is Page => Array.isArray(value) && typeof value[0] === 'string';

/** The pages of the metadata: `[version, pages, chunks, …]`. Throws where it has another form. */
function pagesOf(meta: Cbor): Page[] {
  const pages = Array.isArray(meta) ? meta[1] : undefined;
  if (Array.isArray(pages) && pages.every(isPage)) return pages;
  throw new Error('Pagefind wrote its metadata in a form that is not known here.');
}

/**
 * Takes the names of the pages out: Pagefind names a page by the hash of its fragment, and neither hashes nor
 * numbers compress; they would be three quarters of the file. The pages must stand in the order of the
 * records, whose numbers `withKeys` puts in their place in the browser.
 */
export function withoutKeys(file: Uint8Array): Uint8Array {
  const bytes = gunzipSync(file);
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE))
    throw new Error('The metadata of Pagefind does not start with its signature.');
  const meta = decode(bytes.subarray(SIGNATURE.length));
  for (const page of pagesOf(meta)) page[0] = '';
  return gzipSync(Buffer.concat([SIGNATURE, encode(meta)]), COMPRESSION);
}
