import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import cases from './classify.cases.json' with { type: 'json' };
import { type ClassifiableTool, classify } from './classify.ts';
import { contrastOf } from './contrast.ts';

const of = (tool: ClassifiableTool) => contrastOf(classify(tool));

describe('contrastOf', () => {
  it('names the one place that carries a level, and what is left without it', () =>
    assert.deepEqual(of({ name: 'get_x', summary: 'Deletes a file.' }).lower, [
      'Lower, if it were not for “deletes” in our sentence: the rest points to Read (low).',
    ]));

  it('names all places where each alone would carry it', () => {
    const [sentence = ''] = of({ name: 'delete_x', summary: 'Deletes a file.' }).lower;
    assert.match(
      sentence,
      /“deletes” in our sentence and “delete” in the name: there would be too little left/,
    );
  });

  it('says what already points higher, and what nothing points to', () =>
    assert.deepEqual(of({ name: 'get_file', annotations: { destructiveHint: true } }).higher, [
      'Higher (critical), if “destructiveHint: true” in the author’s claim were what a normal call does: it points to Destructive, but the rest points to Read.',
      'Higher (medium), if a call created, changed or sent something: nothing seen in this tool says that it does.',
      'Higher (high), if a call ran a command, code or another program: nothing seen in this tool says that it does.',
      'Higher (critical), if a call moved money or placed an order: nothing seen in this tool says that it does.',
    ]));

  it('says what an unrated tool lacks', () =>
    assert.deepEqual(of({ name: 'foo' }), {
      higher: ['Rated, if its name, text or parameters said what a call does: nothing seen in it does.'],
      lower: [],
    }));

  it('never promises a higher level than critical or a lower one than low', () => {
    for (const { tool } of cases as { tool: ClassifiableTool }[]) {
      const { level } = classify(tool);
      const { higher, lower } = of(tool);
      if (level === 'critical') assert.deepEqual(higher, []);
      if (level === 'low' || level === 'unrated') assert.deepEqual(lower, []);
      for (const sentence of [...higher, ...lower]) assert.match(sentence, /^[A-Z].*[^.]\.$/);
    }
  });
});
