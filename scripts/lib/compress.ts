import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';

const TEXT = /^(text\/|image\/svg|application\/(json|javascript|xml|ld\+json|manifest\+json))/;

/** What hosts spend on an answer that they compress on its way. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** The encoders that a client may accept, the best first. */
const ENCODERS = { br: () => createBrotliCompress(BROTLI), gzip: () => createGzip() };

const accepted = (header: string) =>
  (Object.keys(ENCODERS) as (keyof typeof ENCODERS)[]).find((name) =>
    new RegExp(`\\b${name}\\b`).test(header),
  );

/**
 * Makes a whole answer of a text type leave compressed when its client accepts that, as static hosts do. The
 * answer must be begun with `writeHead(status, headers)`.
 */
export function compress(request: IncomingMessage, response: ServerResponse): void {
  const encoding = accepted(String(request.headers['accept-encoding'] ?? ''));
  const begin = response.writeHead.bind(response);
  response.writeHead = ((status: number, headers: OutgoingHttpHeaders = {}) => {
    if (!encoding || status !== 200 || !TEXT.test(String(headers['Content-Type'])))
      return begin(status, headers);
    const { 'Content-Length': _, ...others } = headers;
    begin(status, { ...others, 'Content-Encoding': encoding, Vary: 'Accept-Encoding' });
    const encoder = ENCODERS[encoding]();
    const [write, end] = [response.write.bind(response), response.end.bind(response)];
    encoder
      .on('data', (chunk) => write(chunk))
      .on('end', () => end())
      .on('drain', () => response.emit('drain'));
    response.write = encoder.write.bind(encoder) as typeof response.write;
    response.end = ((...rest: Parameters<typeof encoder.end>) => {
      encoder.end(...rest);
      return response;
    }) as typeof response.end;
    return response;
  }) as typeof response.writeHead;
}
