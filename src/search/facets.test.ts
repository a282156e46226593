import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ATTACKS, sampleSearched } from '../../tests/search/sample.ts';
import { type Chosen, NOTHING_CHOSEN, narrow } from './facets.ts';
import { FACETS, prepare } from './prepare.ts';
import { recordsOf } from './records-of.ts';

const searched = sampleSearched();
const { catalogue } = searched;
const index = prepare(recordsOf(searched, 'text'));
const all = [...Array(index.size).keys()];
const chosen = (some: Partial<Chosen>): Chosen => ({ ...NOTHING_CHOSEN, ...some });

test('without a choice the counts are those of the catalogue', () => {
  const { records, counts } = narrow(index, all, NOTHING_CHOSEN);
  const size = { tool: catalogue.tools.length, server: catalogue.servers.size, attack: ATTACKS.length };
  assert.equal(records.length, size.tool + size.server + size.attack);
  assert.deepEqual(counts.kind, size);
  assert.deepEqual(counts.severity, { critical: 1, high: 1, medium: 0, low: 1 });
  for (const level of index.facets.level)
    assert.equal(counts.level[level], catalogue.tools.filter((tool) => tool.level === level).length);
});

test('the count of a value is what choosing it shows', () => {
  const choices = [
    chosen({}),
    chosen({ level: ['low'] }),
    chosen({ kind: ['tool'], topic: ['files'] }),
    chosen({ severity: ['low'] }),
  ];
  for (const before of choices) {
    const { counts } = narrow(index, all, before);
    for (const facet of FACETS)
      for (const [id, count] of Object.entries(counts[facet])) {
        const after = narrow(index, all, { ...before, [facet]: [id] });
        assert.equal(after.records.length, count, `${facet} ${id}`);
      }
  }
});

test('values of one facet add up, facets narrow each other, unknown values let nothing through', () => {
  const size = (some: Partial<Chosen>) => narrow(index, all, chosen(some)).records.length;
  assert.equal(size({ level: ['low', 'medium'] }), size({ level: ['low'] }) + size({ level: ['medium'] }));
  assert.equal(size({ level: ['low'], kind: ['server'] }), 0);
  assert.equal(size({ topic: ['no-such-topic'] }), 0);
});

test('a level is that of a tool and a severity that of an attack: each leaves the other out', () => {
  const counts = (some: Partial<Chosen>) => narrow(index, all, chosen(some)).counts;
  assert.equal(counts({ level: ['critical'] }).kind.attack, 0);
  assert.deepEqual(counts({ severity: ['critical'] }).kind, { tool: 0, server: 0, attack: 1 });
  assert.equal(counts({ severity: ['critical'] }).level.critical, 0);
  assert.equal(counts({ kind: ['attack'] }).topic.files, 0);
});
