/**
 * The lines of a stream of UTF-8 bytes, in one array for each chunk, without their line feeds. Only a line feed
 * ends a line: JSON text may hold every other separator. Throws a TypeError on bytes that are not UTF-8.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let open: string[] = [];
  for await (const chunk of chunks) {
    const [first = '', ...others] = decoder.decode(chunk, { stream: true }).split('\n');
    open.push(first);
    if (others.length === 0) continue;
    const lines = [open.join(''), ...others];
    open = lines.splice(-1);
    yield lines;
  }
  open.push(decoder.decode());
  yield [open.join('')];
}
