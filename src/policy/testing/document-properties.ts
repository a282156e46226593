import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Json } from '../document.ts';
import { edited } from '../edit.ts';
import { lint } from '../lint.ts';
import { checkPolicy, parsePolicy } from '../parse.ts';
import { re2 } from '../re2.ts';
import * as arbitrary from './arbitrary.ts';
import { run } from './run.ts';

export const printed = fc.property(arbitrary.policy, (document) => {
  assert.deepEqual(parsePolicy(JSON.stringify(document), re2), { ok: true, document });
});

/** Documents with one place spoilt: anything JSON, or something else, in place of what belongs there. */
const spoilt = fc
  .tuple(arbitrary.policy, fc.nat(), fc.oneof(arbitrary.json, arbitrary.notJson))
  .map(([document, where, value]) => {
    const places: string[][] = [[]];
    for (const place of places) {
      const inner = place.reduce<unknown>((outer, key) => (outer as Record<string, unknown>)[key], document);
      if (typeof inner !== 'object' || inner === null) continue;
      for (const key of Object.keys(inner)) places.push([...place, key]);
    }
    return edited(document, places[where % places.length] ?? [], value as Json);
  });

export const refusedOrSound = fc.property(
  fc.oneof(spoilt, arbitrary.notJson),
  arbitrary.call,
  (value, call) => {
    const checked = checkPolicy(value, re2);
    if (checked.ok) {
      lint(checked.document, undefined, re2);
      run(checked.document, [call]);
    } else {
      assert.ok(checked.errors.length > 0);
      for (const { expected, found, message } of checked.errors)
        assert.ok(message.includes(found) && message.includes(expected));
    }
  },
);

/** Texts of documents with a piece taken out, doubled, or replaced by another. */
const spoiltText = fc
  .tuple(
    arbitrary.policy,
    fc.nat(),
    fc.nat(12),
    fc.constantFrom('', '"', '{', '}', '[', '\\', ',', ':', '1e400', '\ud800', '__proto__'),
  )
  .map(([document, at, length, piece]) => {
    const text = JSON.stringify(document);
    const from = at % text.length;
    return [text.slice(0, from), piece, text.slice(from + length)].join('');
  });

export const anyText = fc.property(fc.oneof(spoiltText, fc.string({ unit: 'binary' })), (text) => {
  const parsed = parsePolicy(text, re2);
  assert.ok(parsed.ok || parsed.errors.length > 0);
});
