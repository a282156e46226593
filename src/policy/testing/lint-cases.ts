import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PolicyDocument } from '../document.ts';
import { type LintRule, type LintServer, lint } from '../lint.ts';
import { loadPolicy } from '../load.ts';
import { re2 } from '../re2.ts';

/** A condition on an argument. */
export const c = (path: string, op: string, value: unknown) => ({ path: `args.${path}`, op, value });
/** Rules with one entry. */
export const denyIf = (...conditions: object[]) => ({ deny_if: [{ conditions }] });
export const requires = (...conditions: object[]) => ({ require: [{ conditions }] });
export const limit = (over: object = {}) => ({
  counter: 'c',
  window: 'minute',
  max: 1,
  scope: 'grant',
  ...over,
});
/** A document that lists `pay`, and more. */
export const tools = (pay: object, more: object = {}) => ({
  version: '1',
  default: 'deny',
  tools: { pay, ...more },
});

/** A server with one critical tool, whose arguments are of every kind. */
export const server: LintServer = {
  tools: [
    {
      name: 'pay',
      level: 'critical',
      inputSchema: {
        type: 'object',
        properties: {
          amount: { type: 'number' },
          cents: { type: ['integer', 'null'] },
          to: { type: 'string' },
          note: { anyOf: [{ type: 'string' }, { type: 'null' }] },
          items: { type: 'array', items: { type: 'object', properties: { price: { type: 'number' } } } },
          address: { $ref: '#/$defs/address' },
          meta: { type: 'object', additionalProperties: true },
          mode: { enum: ['a', 'b'] },
          any: {},
        },
        required: ['to', 'items'],
        $defs: { address: { type: 'object', properties: { zip: { type: 'string' } }, required: ['zip'] } },
      },
    },
    { name: 'read', level: 'low' },
  ],
};

/** A document, and where a rule finds something in it: nowhere, where that is right. */
export interface LintCase {
  rule: string;
  name: string;
  document: object;
  at: string[];
  server?: LintServer;
}

export async function documentOf(value: object): Promise<PolicyDocument> {
  const loaded = await loadPolicy(value);
  assert.ok(loaded.ok, loaded.ok ? '' : loaded.errors.map(({ message }) => message).join('\n'));
  return loaded.document;
}

/** Tests rules by cases; each rule must have one that it finds and one that it does not. */
export function testRules(rules: readonly LintRule[], cases: readonly LintCase[]): void {
  for (const { at, document, name, rule, server: known } of cases) {
    test(`${rule}: ${name}${at.length === 0 ? ' is fine' : ''}`, async () => {
      const findings = lint(await documentOf(document), known, re2).filter((one) => one.rule === rule);
      assert.deepEqual(
        findings.map(({ pointer }) => pointer),
        at,
      );
      for (const { message } of findings) assert.match(message, /[.?]$/);
    });
  }
  test('every rule is found once at least, and once not', () => {
    for (const { id } of rules) {
      const own = cases.filter(({ rule }) => rule === id);
      assert.ok(
        own.some(({ at }) => at.length > 0),
        id,
      );
      assert.ok(
        own.some(({ at }) => at.length === 0),
        id,
      );
    }
    assert.deepEqual(
      cases.filter(({ rule }) => !rules.some(({ id }) => id === rule)),
      [],
    );
  });
}
