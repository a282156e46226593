import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { evaluate, judge, type Labelled } from './evaluate.ts';
import { evaluationText } from './evaluation-text.ts';

const labelled: Labelled[] = [
  { server: 'a', tool: { name: 'get_x', annotations: { readOnlyHint: true } }, reviewed: 'read' },
  { server: 'a', tool: { name: 'get_y', annotations: { readOnlyHint: false } }, reviewed: 'destructive' },
  { server: 'a', tool: { name: 'delete_x', annotations: { readOnlyHint: true } }, reviewed: 'read' },
  { server: 'a', tool: { name: 'create_x' }, reviewed: 'write' },
  { server: 'a', tool: { name: 'foo' }, reviewed: 'unclassified' },
  { server: 'a', tool: { name: 'run_command', annotations: { readOnlyHint: false } } },
];

describe('evaluate', () => {
  const result = evaluate(judge(labelled));

  it('counts what is right, without the unknowable', () => {
    const { reviewed, right, readOnlyRight, unknowable, unknowableLeftOpen } = result;
    assert.deepEqual(
      { reviewed, right, readOnlyRight, unknowable, unknowableLeftOpen },
      { reviewed: 4, right: 0.5, readOnlyRight: 0.5, unknowable: 1, unknowableLeftOpen: 1 },
    );
  });

  it('counts dangerous tools called read, and harmless ones called dangerous', () => {
    assert.deepEqual([result.dangerous, result.dangerousCalledRead], [1, 1]);
    assert.deepEqual([result.harmless, result.harmlessCalledDangerous], [2, 0.5]);
  });

  it('compares with the hints that were hidden', () => {
    assert.deepEqual([result.hinted, result.hintAgrees], [4, 0.5]);
    assert.deepEqual([result.hintedReadOnly, result.hintedReadOnlyCalledOther], [2, 0.5]);
  });

  it('fills the matrix, precision and recall', () => {
    assert.equal(result.matrix.read.destructive, 1);
    assert.deepEqual(result.categories[0], { category: 'read', reviewed: 2, precision: 0.5, recall: 0.5 });
  });

  it('lists what differs, with the evidence', () => {
    assert.deepEqual(
      result.disagreements.map(({ name }) => name),
      ['delete_x', 'get_y'],
    );
    assert.match(evaluationText('title', result), /a \/ delete_x: read, classified as destructive \(high\)/);
  });

  it('shares nothing where nothing is labelled', () => {
    const { right, dangerousCalledRead, hintAgrees } = evaluate([]);
    assert.deepEqual(
      { right, dangerousCalledRead, hintAgrees },
      { right: 1, dangerousCalledRead: 0, hintAgrees: 1 },
    );
  });
});
