import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { serve } from './serve.ts';

/** Larger than what streams hold back. */
const PAGE = `<p>${'Callwarden '.repeat(50_000)}</p>`;
const folder = mkdtempSync(join(tmpdir(), 'serve-'));
writeFileSync(join(folder, 'index.html'), PAGE);
writeFileSync(join(folder, 'records.bin'), PAGE);
const site = await serve(folder);
after(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

/** The answer to a request, as it came over the wire. */
const get = (path: string, headers: Record<string, string>) =>
  new Promise<{ encoding: string | undefined; status: number | undefined; body: Buffer }>(
    (resolve, reject) => {
      request(site.url + path, { headers }, async (response) => {
        const body = Buffer.concat(await response.toArray());
        resolve({ encoding: response.headers['content-encoding'], status: response.statusCode, body });
      })
        .on('error', reject)
        .end();
    },
  );

const cases: { path: string; accept: string; encoding?: string; open: (body: Buffer) => Buffer }[] = [
  { path: '/', accept: 'gzip, deflate, br', encoding: 'br', open: brotliDecompressSync },
  { path: '/', accept: 'gzip', encoding: 'gzip', open: gunzipSync },
  { path: '/', accept: 'identity', open: (body) => body },
  { path: '/records.bin', accept: 'gzip, br', open: (body) => body },
];
for (const { path, accept, encoding, open } of cases)
  test(`${path} for a client that accepts ${accept} comes ${encoding ?? 'as it is'}`, async () => {
    const answer = await get(path, { 'accept-encoding': accept });
    assert.equal(answer.encoding, encoding);
    assert.equal(open(answer.body).toString(), PAGE);
    assert.equal(answer.body.length < PAGE.length, encoding !== undefined);
  });

test('a part of a file is not compressed', async () => {
  const answer = await get('/', { 'accept-encoding': 'br', range: 'bytes=0-2' });
  assert.deepEqual([answer.status, answer.encoding, answer.body.toString()], [206, undefined, '<p>']);
});

test('an unknown address answers 404', async () => {
  const { status } = await get('/none/', { 'accept-encoding': 'br' });
  assert.equal(status, 404);
});
