import { keyOf } from './records.ts';

/** The bytes before the CBOR value of Pagefind's metadata. */
const SIGNATURE = 12;
/** The head of an empty text, where the name of a page was taken out. */
const EMPTY_TEXT = 0x60;

/** How many bytes a number takes after its head, by the low five bits of the head (RFC 8949, section 3). */
const widthOf = (head: number): number => {
  const low = head & 31;
  if (low < 24) return 0;
  if (low > 26) throw new Error(`unexpected CBOR length ${low}`);
  return 1 << (low - 24);
};

/** The number at a place, and the place after it. */
function numberAt(bytes: Uint8Array, at: number): [value: number, after: number] {
  const head = bytes[at] as number;
  const after = at + 1 + widthOf(head);
  if (after === at + 1) return [head & 31, after];
  return [bytes.subarray(at + 1, after).reduce((value, byte) => value * 256 + byte, 0), after];
}

/**
 * Puts the keys of the records into metadata without names of pages: `[version, pages, …]`, each page of it
 * `['', number …]`. Throws where it has another form.
 */
export function withKeys(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const [version, start] = numberAt(bytes, SIGNATURE + 1);
  const [pages, first] = numberAt(bytes, start + version);
  // A key has at most seven letters, and every page has more than two bytes.
  const made = new Uint8Array(bytes.length + 7 * pages);
  let [from, to, at] = [0, 0, first];
  const copy = (until: number) => {
    made.set(bytes.subarray(from, until), to);
    to += until - from;
    from = until;
  };
  for (let page = 0; page < pages; page += 1) {
    let [values, after] = numberAt(bytes, at);
    if (bytes[after] !== EMPTY_TEXT) throw new Error(`page ${page} has a name`);
    copy(after);
    const key = encoder.encode(keyOf(page));
    made[to] = EMPTY_TEXT + key.length;
    made.set(key, to + 1);
    to += 1 + key.length;
    from = after + 1;
    for (after = from; values > 1; values -= 1) [, after] = numberAt(bytes, after);
    at = after;
  }
  copy(bytes.length);
  return made.slice(0, to);
}

const unpacked = async (body: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Uint8Array> =>
  new Uint8Array(await new Response(body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer());

/**
 * Pagefind fetches its metadata by itself, at a time of its own after its start, and has no place for a hook:
 * the keys are put into that one answer. Pagefind takes it unpacked as well.
 */
export function giveKeysToNext(): void {
  const plain = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    if (!String(input).endsWith('.pf_meta')) return plain(input, init);
    globalThis.fetch = plain;
    const response = await plain(input, init);
    return response.ok && response.body ? new Response(withKeys(await unpacked(response.body))) : response;
  };
}
