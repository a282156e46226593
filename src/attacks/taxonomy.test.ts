import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  AttackFacts,
  AttackKind,
  CallOrigin,
  ControlLayer,
  EnforcementPoint,
  Reading,
  Severity,
  Trace,
  Verdict,
} from '../model/attack.ts';
import { SequenceKind, ToolOrigin } from '../model/proof.ts';
import { KNOWN_IDS } from './known.ts';
import { loadAttacks } from './load.ts';
import { ATTACK_CATEGORIES, CONTROLS, FRAMEWORKS, headingsOf, TERMS } from './taxonomy.ts';

const LISTS: readonly [keyof typeof TERMS, readonly string[]][] = [
  ['kinds', AttackKind.options],
  ['severities', Severity.options],
  ['verdicts', Verdict.options],
  ['points', EnforcementPoint.options],
  ['layers', ControlLayer.options],
  ['origins', CallOrigin.options],
  ['toolOrigins', ToolOrigin.options],
  ['traces', Trace.options],
  ['readings', Reading.options],
  ['confidences', AttackFacts.shape.confidence.options],
  ['evidences', AttackFacts.shape.evidence.options],
  ['sequences', SequenceKind.options],
];

for (const [name, ids] of LISTS)
  test(`every one of the ${name} has words, in the order of the schema`, () => {
    assert.deepEqual(Object.keys(TERMS[name] ?? {}), [...ids]);
  });

const { attacks } = loadAttacks('content');
const all = [...attacks.values()];

const USED: readonly [string, Iterable<string>, Set<string>][] = [
  ['category', ATTACK_CATEGORIES.keys(), new Set(all.map(({ category }) => category))],
  ['signal', KNOWN_IDS.signals, new Set(all.flatMap(({ signals }) => signals))],
  [
    'control',
    CONTROLS.keys(),
    new Set(all.flatMap(({ policy }) => policy.controls.map(({ control }) => control))),
  ],
];

for (const [name, ids, used] of USED)
  test(`every ${name} of the taxonomy is used by an entry`, () => {
    assert.deepEqual(
      [...ids].filter((id) => !used.has(id)),
      [],
    );
  });

test('CWE and ATLAS list only what an entry uses; the OWASP lists are whole', () => {
  for (const framework of ['cwe', 'atlas'] as const) {
    const used = new Set(all.flatMap(({ mappings }) => mappings[framework].ids));
    assert.deepEqual(
      Object.keys(FRAMEWORKS[framework].ids).filter((id) => !used.has(id)),
      [],
    );
  }
  for (const framework of ['owasp-mcp', 'owasp-llm', 'owasp-agentic'] as const)
    assert.equal(Object.keys(FRAMEWORKS[framework].ids).length, 10);
});

test('the OWASP MCP list says no more than ids, names and links', () => {
  for (const words of Object.values(FRAMEWORKS['owasp-mcp'].ids))
    assert.deepEqual(Object.keys(words), ['name', 'url']);
});

test('each kind has five headings, and no two alike', () => {
  for (const kind of AttackKind.options) assert.equal(new Set(headingsOf(kind).values()).size, 5);
});
