import type { Workspace } from '../workspace.ts';
import { LINK, LINK_MAX } from './link-form.ts';
import { saveText } from './save.ts';

/** A longer link is not even unpacked; ours are shorter. */
const READ_MAX = 64_000;
/** What a link may unpack to, in bytes: a small link must not fill the memory. */
const UNPACKED_MAX = 4 * 2 ** 20;

const PREFIX = '#v1.';
async function bytesOf(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    chunks.push(part.value);
    size += part.value.length;
    if (size > most) {
      await reader.cancel();
      return undefined;
    }
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

const through = (bytes: Uint8Array, transform: CompressionStream | DecompressionStream) =>
  new Blob([bytes as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(transform as ReadableWritablePair<Uint8Array, Uint8Array<ArrayBuffer>>);

function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

const bytesOfBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
    character.charCodeAt(0),
  );

async function packed(workspace: Workspace): Promise<string> {
  const bytes = new TextEncoder().encode(saveText(workspace));
  const small = await bytesOf(through(bytes, new CompressionStream('deflate-raw')), Number.POSITIVE_INFINITY);
  return PREFIX + base64Of(small as Uint8Array);
}

/** The fragment of a link that holds a workspace; or how long it would be. Drops the schemas of tools to fit. */
export async function fragmentOf(workspace: Workspace): Promise<{ fragment: string } | { tooLong: number }> {
  const whole = await packed(workspace);
  if (whole.length <= LINK_MAX) return { fragment: whole };
  const lean = await packed({ ...workspace, tools: workspace.tools.map(({ name }) => ({ name })) });
  return lean.length <= LINK_MAX ? { fragment: lean } : { tooLong: lean.length };
}

/** The text that a link holds, still to be checked; or what is wrong with it, in a sentence. */
export async function textOfFragment(fragment: string): Promise<{ text: string } | { fault: string }> {
  if (!fragment.startsWith(PREFIX))
    return {
      fault: `It was made by version ${LINK.exec(fragment)?.[1]} of the simulator, which this one cannot read.`,
    };
  if (fragment.length > READ_MAX)
    return { fault: `It has ${fragment.length} characters; at most ${READ_MAX} are read.` };
  try {
    const bytes = bytesOfBase64(fragment.slice(PREFIX.length));
    const text = await bytesOf(through(bytes, new DecompressionStream('deflate-raw')), UNPACKED_MAX);
    if (!text) return { fault: `It would unpack to more than ${UNPACKED_MAX / 2 ** 20} MB.` };
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(text) };
  } catch {
    return { fault: 'It is broken: a part of it is missing or was changed on the way.' };
  }
}
