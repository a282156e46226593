import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { classifyLine } from './lines.ts';

const fault = (line: string): string => {
  const answer = classifyLine(line);
  return 'fault' in answer ? answer.fault : '';
};

describe('classifyLine', () => {
  it('answers with exactly name, category, level, confidence and signals', () => {
    const answer = classifyLine('{"name":"delete_x","outputSchema":{},"_meta":{"a":1},"description":null}');
    assert.ok('assessment' in answer);
    const { signals, ...rest } = answer.assessment;
    assert.deepEqual(rest, {
      name: 'delete_x',
      category: 'destructive',
      level: 'critical',
      confidence: 'high',
    });
    assert.equal(signals.length, 1);
  });

  it('reads our sentence and the server where given', () => {
    const answer = classifyLine('{"name":"git_x","server":"git","summary":"Deletes a branch."}');
    assert.ok('assessment' in answer && answer.assessment.category === 'destructive');
  });

  for (const [line, why] of Object.entries({
    '{"name":': /not JSON/,
    '[]': /the line: .*object/,
    '3': /the line: .*object/,
    '{}': /\/name/,
    '{"name":""}': /\/name/,
    '{"name":3,"title":4}': /\/name: .*; \/title: /,
  }))
    it(`says why ${line} is no tool`, () => assert.match(fault(line), why));
});
