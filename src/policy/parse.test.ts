import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { loadPolicy } from './load.ts';
import { checkPolicy, parsePolicy, readJson } from './parse.ts';
import type { PolicyError } from './policy-error.ts';
import { PolicyRefusals } from './test-file.ts';

const REFUSED = new URL('../../content/policy-cases/refused/documents.json', import.meta.url);
const { documents } = PolicyRefusals.parse(readJson(readFileSync(REFUSED, 'utf8')).value);

async function errorsOf(source: unknown): Promise<PolicyError[]> {
  const loaded = await loadPolicy(source);
  return loaded.ok ? [] : loaded.errors;
}

for (const { document, errors, name, text } of documents) {
  test(`refused: ${name}`, async () => {
    const found = await errorsOf(
      text ?? (typeof document === 'string' ? JSON.stringify(document) : document),
    );
    assert.deepEqual(found.map(({ pointer }) => pointer).sort(), errors.map(({ pointer }) => pointer).sort());
    for (const { includes, pointer, ...expected } of errors) {
      const error = found.find((one) => one.pointer === pointer) as PolicyError;
      for (const [key, value] of Object.entries(expected))
        assert.equal(error[key as keyof PolicyError], value);
      if (includes !== undefined) assert.ok(error.message.includes(includes), error.message);
      assert.ok(error.message.includes(error.found) && error.message.includes(error.expected));
    }
  });
}

const tools = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`t${index}`, {}]));
const refusedAt = (value: unknown): string[] => {
  const checked = checkPolicy(value);
  return checked.ok ? [] : checked.errors.map(({ pointer }) => pointer);
};
const base = { version: '1', default: 'deny' };
const equalTo = (value: unknown) => ({
  ...base,
  tools: { t: { require: [{ conditions: [{ path: 'args.a', op: 'eq', value }] }] } },
});
const VALUE = '/tools/t/require/0/conditions/0/value';

test('10,000 tools are accepted, one more is not', () => {
  assert.deepEqual(refusedAt({ ...base, tools: tools(10_000) }), []);
  assert.deepEqual(refusedAt({ ...base, tools: tools(10_001) }), ['/tools']);
});

test('a text of 1 MiB is accepted, one byte more is not', () => {
  const sized = (bytes: number, fill: string): string => {
    const empty = JSON.stringify({ ...base, description: '' });
    return JSON.stringify({
      ...base,
      description: fill.repeat((bytes - empty.length) / Buffer.byteLength(fill)),
    });
  };
  for (const fill of ['a', 'é', '€', '😀']) {
    const text = sized(2 ** 20, fill).padEnd(
      2 ** 20 - Buffer.byteLength(sized(2 ** 20, fill)) + sized(2 ** 20, fill).length,
    );
    assert.equal(Buffer.byteLength(text), 2 ** 20);
    assert.equal(parsePolicy(text).ok, true, fill);
    const more = parsePolicy(`${text} `);
    assert.equal(more.ok ? '' : more.errors[0]?.found, `${2 ** 20 + 1} bytes`);
  }
});

test('a value that would be longer than 1 MiB as text is refused', () => {
  assert.deepEqual(refusedAt({ ...base, description: 'a'.repeat(2 ** 20) }), ['']);
});

test('a document nests 64 levels, no more, whatever the depth', () => {
  const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));
  assert.deepEqual(refusedAt(equalTo(nested(57))), []);
  assert.equal(refusedAt(equalTo(nested(58))).length, 1);
  assert.equal(refusedAt(equalTo(nested(100_000))).length, 1);
  const text = '['.repeat(500_000) + ']'.repeat(500_000);
  assert.equal(parsePolicy(text).ok, false);
});

test('a document as broad as its bytes allow is read', () => {
  assert.deepEqual(refusedAt(equalTo(Array.from({ length: 500_000 }, () => 0))), []);
});

const cycle: Record<string, unknown> = {};
cycle['self'] = cycle;
let shared: unknown = 0;
for (let depth = 0; depth < 50; depth++) shared = [shared, shared];

const notJson: [string, unknown, string][] = [
  ['an object inside itself', cycle, `${VALUE}/self`],
  ['data that shares itself beyond measure', shared, ''],
  ['NaN', Number.NaN, VALUE],
  ['infinity', Number.NEGATIVE_INFINITY, VALUE],
  ['a date', new Date(0), VALUE],
  ['a map', new Map(), VALUE],
  ['a function', () => 1, VALUE],
  ['a bigint', 1n, VALUE],
  [
    'a getter that throws',
    {
      get x() {
        throw new Error('no');
      },
    },
    '',
  ],
  ['an element that is undefined', [undefined], `${VALUE}/0`],
];
for (const [name, value, pointer] of notJson) {
  test(`a value that JSON cannot carry is refused: ${name}`, () =>
    assert.deepEqual(refusedAt(equalTo(value)), [pointer]));
}

test('-0 becomes 0, and undefined members are left out', () => {
  const checked = checkPolicy({ ...equalTo([-0]), description: undefined });
  assert.ok(checked.ok);
  assert.deepEqual(checked.document, equalTo([0]));
});

test('a document is a copy that nobody can change', () => {
  const source = equalTo({ a: [1] });
  const checked = checkPolicy(source);
  assert.ok(checked.ok);
  source.tools.t.require = [];
  assert.deepEqual(checked.document, equalTo({ a: [1] }));
  assert.throws(() => {
    (checked.document as { default: string }).default = 'allow';
  }, TypeError);
  assert.throws(() => checked.document.tools?.['t']?.require?.pop(), TypeError);
});

test('a tool named __proto__ keeps its rules', async () => {
  const loaded = await loadPolicy(
    '{"version":"1","default":"allow","tools":{"__proto__":{"deny_if":[{"conditions":[]}]}}}',
  );
  assert.ok(loaded.ok);
  assert.deepEqual(Object.keys(loaded.document.tools ?? {}), ['__proto__']);
});

test('the pattern library is fetched for documents that use it alone', async () => {
  const plain = await loadPolicy(equalTo('regex'));
  assert.equal(plain.ok && plain.policy.regex, undefined);
  const matching = await loadPolicy({
    ...base,
    all_tools: { require: [{ conditions: [{ path: 'args.a', op: 'regex', value: 'a' }] }] },
  });
  assert.equal(matching.ok && typeof matching.policy.regex, 'function');
});
