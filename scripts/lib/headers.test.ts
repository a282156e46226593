import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headersText } from '../../src/views/headers.ts';
import { parseHeaders } from './headers.ts';

const rules = parseHeaders(headersText(['alert(1)']));
const headersFor = (path: string) =>
  Object.fromEntries(rules.filter((rule) => rule.path.test(path)).flatMap(({ headers }) => headers));

test('every path has the content policy, with the hash of each inline script and no unsafe right', () => {
  const policy = headersFor('/tools/a/b/')['Content-Security-Policy'] ?? '';
  // printf 'alert(1)' | openssl dgst -sha256 -binary | base64
  assert.match(policy, /'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF\+pI='/);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:/);
});

const cases: { path: string; header: string; there: boolean }[] = [
  { path: '/servers/git.json', header: 'Access-Control-Allow-Origin', there: true },
  { path: '/servers/git/policy.json', header: 'Access-Control-Allow-Origin', there: true },
  { path: '/attacks/x.md', header: 'Access-Control-Allow-Origin', there: true },
  { path: '/attacks/atlas-layer.json', header: 'Access-Control-Allow-Origin', there: true },
  { path: '/attacks.json', header: 'Access-Control-Allow-Origin', there: true },
  { path: '/attacks/x/', header: 'Access-Control-Allow-Origin', there: false },
  { path: '/servers/git/', header: 'Access-Control-Allow-Origin', there: false },
  { path: '/_astro/style.abc.css', header: 'Cache-Control', there: true },
  { path: '/', header: 'Cache-Control', there: false },
];
for (const { path, header, there } of cases)
  test(`${path} has ${there ? '' : 'no '}${header}`, () => assert.equal(header in headersFor(path), there));
