import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { classify } from './classify.ts';

const claims = (name: string, annotations: unknown) =>
  classify({ name, annotations })
    .signals.filter(({ source }) => source === 'annotation')
    .map(({ saw, weight, note }) => `${saw}|${weight}|${note}`);

describe('claims of the author', () => {
  it('are shown, and never make a tool milder', () => {
    const [claim] = claims('delete_file', { readOnlyHint: true });
    assert.equal(
      claim,
      'readOnlyHint: true|0|The author claims that a call changes nothing, but the name says “delete”.',
    );
    assert.equal(
      classify({ name: 'delete_file', annotations: { readOnlyHint: true } }).category,
      'destructive',
    );
  });

  it('that agree with the name are not flagged', () =>
    assert.deepEqual(claims('get_file', { readOnlyHint: true }), [
      'readOnlyHint: true|0|The author claims that a call changes nothing.',
    ]));

  it('of harm count, and are flagged where the name says otherwise', () =>
    assert.deepEqual(claims('get_file', { destructiveHint: true }), [
      'destructiveHint: true|1|The author says that a call may destroy, but the name says “get”.',
    ]));

  it('that a call destroys nothing are flagged only where it deletes', () => {
    const said = 'destructiveHint: false|0|The author claims that a call destroys nothing';
    assert.deepEqual(claims('get_file', { destructiveHint: false }), [`${said}.`]);
    assert.deepEqual(claims('delete_file', { destructiveHint: false }), [
      `${said}, but the name says “delete”.`,
    ]);
  });

  it('that contradict each other are both shown', () =>
    assert.equal(claims('x', { readOnlyHint: true, destructiveHint: true }).length, 2));

  for (const annotations of [
    null,
    3,
    'readOnlyHint',
    [],
    { readOnlyHint: 'true' },
    { title: 'x' },
    { openWorldHint: true },
  ])
    it(`are none in ${JSON.stringify(annotations)}`, () =>
      assert.deepEqual(claims('get_file', annotations), []));
});
