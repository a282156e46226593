import { gunzipSync, gzipSync } from 'node:zlib';
import { type Cbor, decode, encode } from './cbor.ts';
import { keyOf } from './records.ts';

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
 * Names each page by its number. Pagefind names a page by the hash of its fragment, and hashes do not
 * compress: for 35,000 records the metadata shrinks to half, and no table from hashes to records is needed.
 * The pages must stand in the order of the records.
 */
export function withRecordKeys(file: Uint8Array): Uint8Array {
  const bytes = gunzipSync(file);
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE))
    throw new Error('The metadata of Pagefind does not start with its signature.');
  const meta = decode(bytes.subarray(SIGNATURE.length));
  for (const [record, page] of pagesOf(meta).entries()) page[0] = keyOf(record);
  return gzipSync(Buffer.concat([SIGNATURE, encode(meta)]), COMPRESSION);
}
