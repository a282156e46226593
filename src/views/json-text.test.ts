import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { jsonForScript, jsonText } from './json-text.ts';

test('the text says the value, whatever it is', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      assert.deepEqual(JSON.parse(jsonText(value)), JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('what fits stands on one line, what does not is broken where it nests', () => {
  assert.equal(
    jsonText({ path: 'args.a', op: 'eq', value: 1 }),
    '{ "path": "args.a", "op": "eq", "value": 1 }',
  );
  const long = 'x'.repeat(60);
  assert.equal(
    jsonText({ a: [{ b: long }], c: [] }),
    `{\n  "a": [{\n    "b": "${long}"\n  }],\n  "c": []\n}`,
  );
});

test('what cannot be seen is escaped', () =>
  assert.equal(jsonText('a\u202eb\u200bc'), '"a\\u202eb\\u200bc"'));

test('nothing in a script can end it', () => assert.equal(jsonForScript('</script>'), '"\\u003c/script>"'));
