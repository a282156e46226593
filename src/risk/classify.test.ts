import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Assessment, type Signal } from '../model/assessment.ts';
import cases from './classify.cases.json' with { type: 'json' };
import { type ClassifiableTool, classify } from './classify.ts';
import { CAUTION } from './severity.ts';

interface Case {
  tool: ClassifiableTool;
  category: string;
  /** The heaviest signal for that category. */
  decidedBy?: { source: string; saw: string };
}

const heaviest = (signals: readonly Signal[], points: string): Signal | undefined =>
  signals.filter((signal) => signal.points === points).toSorted((a, b) => b.weight - a.weight)[0];

/** The value at a JSON Pointer, if there is one. */
const at = (tool: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((value, token) => (value as Record<string, unknown> | undefined)?.[token], tool);

describe('classify', () => {
  for (const { tool, category, decidedBy } of cases as Case[])
    it(`${JSON.stringify(tool).slice(0, 110)} is ${category}`, () => {
      const assessment = classify(tool);
      assert.equal(assessment.category, category, JSON.stringify(assessment.signals));
      if (!decidedBy) return;
      const { source, saw } = heaviest(assessment.signals, category) ?? {};
      assert.deepEqual({ source, saw }, decidedBy);
    });

  it('points every signal at something that the tool has', () => {
    for (const { tool } of cases as Case[])
      for (const { where } of classify(tool).signals) assert.notEqual(at(tool, where), undefined, where);
  });

  it('rates a tool without evidence as unrated, never as low', () => {
    const { level, confidence } = classify({ name: 'foo', annotations: { readOnlyHint: true } });
    assert.deepEqual({ level, confidence }, { level: 'unrated', confidence: 'none' });
  });

  it('survives any tool object, and answers the same twice', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('delete', 'a\u0000b', '\u202etxet', '$&', '\\'),
    );
    const tool = fc.record(
      {
        name: text,
        description: text,
        summary: text,
        inputSchema: fc.jsonValue(),
        annotations: fc.jsonValue(),
      },
      { requiredKeys: ['name'] },
    );
    fc.assert(
      fc.property(tool, (each) => {
        const assessment = classify(each);
        assert.deepEqual(classify(each), assessment);
        assert.ok(Assessment.safeParse(assessment).success);
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it('reads a text of a million characters without end or mark', () => {
    const description = 'a'.repeat(1_000_000);
    assert.equal(classify({ name: 'x', description }).category, 'unclassified');
    assert.equal(
      classify({ name: description, description: `${'and delete '.repeat(100_000)}` }).category,
      'destructive',
    );
  });

  it('adds doubt to the worse effects only', () => {
    const { read, unclassified, ...worse } = CAUTION;
    assert.equal(read, 1);
    assert.equal(unclassified, 0);
    for (const factor of Object.values(worse)) assert.ok(factor > 1);
  });
});
