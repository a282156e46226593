/**
 * The few kinds of CBOR (RFC 8949) values that Pagefind's metadata is made of: unsigned integers, texts and
 * arrays of known length.
 */
export type Cbor = number | string | Cbor[];

const UNSIGNED = 0;
const TEXT = 3;
const ARRAY = 4;

/** Bytes of the number that follows the head, by the low five bits of the head. */
const WIDTHS: Record<number, 1 | 2 | 4> = { 24: 1, 25: 2, 26: 4 };

/** Reads one value that fills the bytes. Throws on anything else. */
export function decode(bytes: Buffer): Cbor {
  let at = 0;
  const number = (low: number): number => {
    if (low < 24) return low;
    const width = WIDTHS[low];
    if (!width) throw new Error(`unexpected CBOR length ${low} at byte ${at}`);
    at += width;
    return bytes.readUIntBE(at - width, width);
  };
  const value = (): Cbor => {
    const head = bytes.readUInt8(at);
    at += 1;
    const length = number(head & 31);
    if (head >> 5 === UNSIGNED) return length;
    if (head >> 5 === ARRAY) return Array.from({ length }, value);
    if (head >> 5 !== TEXT) throw new Error(`unexpected CBOR type ${head >> 5} at byte ${at}`);
    at += length;
    return bytes.toString('utf8', at - length, at);
  };
  const whole = value();
  if (at !== bytes.length) throw new Error(`${bytes.length - at} bytes after the CBOR value`);
  return whole;
}

function head(type: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(type << 5) | value]);
  const [low, width] = value < 0x100 ? [24, 1] : value < 0x10000 ? [25, 2] : [26, 4];
  const bytes = Buffer.alloc(1 + (width as number));
  bytes.writeUInt8((type << 5) | (low as number));
  bytes.writeUIntBE(value, 1, width as number);
  return bytes;
}

function encodeInto(value: Cbor, parts: Buffer[]): void {
  if (typeof value === 'number') {
    parts.push(head(UNSIGNED, value));
  } else if (typeof value === 'string') {
    const text = Buffer.from(value);
    parts.push(head(TEXT, text.length), text);
  } else {
    parts.push(head(ARRAY, value.length));
    for (const inner of value) encodeInto(inner, parts);
  }
}

/** The shortest encoding of a value. */
export function encode(value: Cbor): Buffer {
  const parts: Buffer[] = [];
  encodeInto(value, parts);
  return Buffer.concat(parts);
}
