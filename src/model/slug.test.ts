import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slugsOf } from './slug.ts';

const cases: { name: string; slug: string | RegExp }[] = [
  { name: 'create_issue', slug: 'create_issue' },
  { name: 'create-issue', slug: 'create-issue' },
  { name: 'gateway.search-registry', slug: 'gateway.search-registry' },
  { name: 'getUser', slug: 'getuser' },
  { name: '/api/ai/couplet', slug: /^api-ai-couplet-[0-9a-f]{6}$/ },
  { name: 'Steam Games Price Checker', slug: /^steam-games-price-checker-[0-9a-f]{6}$/ },
  { name: '<script>alert(1)</script>', slug: /^script-alert-1-script-[0-9a-f]{6}$/ },
  { name: '$' + '{PREFIX}_make_request', slug: /^prefix-_make_request-[0-9a-f]{6}$/ },
  { name: '!pg', slug: /^pg-[0-9a-f]{6}$/ },
  { name: '_deco_', slug: /^deco-[0-9a-f]{6}$/ },
  { name: '你好', slug: /^[0-9a-f]{6}$/ },
  { name: '..', slug: /^[0-9a-f]{6}$/ },
  { name: 'index', slug: /^index-[0-9a-f]{6}$/ },
  { name: '__proto__', slug: /^proto-[0-9a-f]{6}$/ },
  { name: 'constructor', slug: 'constructor' },
  { name: '\u202Egnp.exe', slug: /^gnp\.exe-[0-9a-f]{6}$/ },
  { name: 'x'.repeat(256), slug: /^x{80}-[0-9a-f]{6}$/ },
];

for (const { name, slug } of cases)
  test(`${JSON.stringify(name).slice(0, 40)} has a working URL`, () => {
    const [found = ''] = slugsOf([name]);
    if (typeof slug === 'string') assert.equal(found, slug);
    else assert.match(found, slug);
  });

test('names that differ in capitals, accents or punctuation alone stay apart', () => {
  const names = ['getUser', 'GetUser', 'getuser', 'get user', 'get/user', 'gét-user', '你好', '您好'];
  const slugs = slugsOf(names);
  assert.equal(new Set(slugs.map((slug) => slug.toLowerCase())).size, names.length);
  assert.equal(slugs[2], 'getuser');
});

test('a slug does not depend on the order of the names', () => {
  const names = ['b c', 'getUser', 'GetUser', 'a'];
  const forwards = new Map(names.map((name, index) => [name, slugsOf(names)[index]]));
  const backwards = names.toReversed();
  assert.deepEqual(
    slugsOf(backwards),
    backwards.map((name) => forwards.get(name)),
  );
});
