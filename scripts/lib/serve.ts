import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { compress } from './compress.ts';
import { headersOf } from './headers.ts';

/** A running server of a built site. */
export interface Running {
  url: string;
  /** All bytes that it has sent so far, with headers. */
  sent(): number;
  close(): Promise<void>;
}

/**
 * Serves a built site as a static host would: folders by their index, unknown addresses with the 404 page, and the
 * headers that its `_headers` file names; text leaves compressed.
 * Port 0 takes any free port. Rejects when the port is taken.
 */
export async function serve(folder: string, port = 0, host = 'localhost'): Promise<Running> {
  const notFound = join(folder, '404.html');
  const files = sirv(folder, { dev: true, etag: true });
  const rules = headersOf(join(folder, '_headers'));
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    for (const { path, headers } of rules)
      if (path.test(pathname)) for (const [name, value] of headers) response.setHeader(name, value);
    compress(request, response);
    files(request, response, () => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(existsSync(notFound) ? readFileSync(notFound) : 'Not found');
    });
  });
  const sockets: Socket[] = [];
  server.on('connection', (socket) => sockets.push(socket));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    sent: () => sockets.reduce((sum, { bytesWritten }) => sum + bytesWritten, 0),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
