import assert from 'node:assert/strict';
import { test } from 'node:test';
import guardsJson from '../../content/taxonomy/guards.json' with { type: 'json' };
import type { GuardId, Guards } from '../model/taxonomy.ts';
import { compile, decide, memoryState } from '../policy/index.ts';
import { re2 } from '../policy/re2.ts';
import { guardRules } from './guards.ts';

const { guards } = guardsJson as Guards;

/** Whether a guarded argument of this value passes. */
function passes(id: GuardId, required: boolean, value: string): boolean {
  const rules = guardRules([{ guard: guards[id], path: 'args.x', required }]);
  const document = { version: '1' as const, default: 'deny' as const, tools: { t: rules } };
  const call = { tool: 't', args: { x: value }, at: 0, grant: 'g' };
  return decide(compile(document, re2), call, memoryState()).outcome === 'allow';
}

const VALUES: Record<string, readonly string[]> = {
  sql: [
    ...[
      '',
      ' ',
      's',
      'sel',
      'SELEC',
      'select',
      'selects 1',
      'select_x',
      'Select 1',
      ' SELECT a FROM b;',
      '(select 1)',
    ],
    ...[
      'VACUUM',
      'PRAGMA x = 1',
      'REPLACE INTO t VALUES (1)',
      'explain select 1',
      'SELECT 1; VACUUM',
      'set x = 1',
    ],
  ],
  url: [
    ...['', 'h', 'http', 'https', 'https:', 'https:/', 'https://', 'HTTPS://a.example/b', 'http://a.example'],
    ...[
      'ssh://a.example',
      '//a.example',
      'a.example/b',
      'httpss://a',
      ' https://a.example',
      'https://10.0.0.1/',
    ],
  ],
};

for (const [id, values] of Object.entries(VALUES))
  test(`the ${id} guard judges a value alike, whether every call must carry it or not`, () => {
    for (const value of values)
      assert.equal(
        passes(id as GuardId, false, value),
        passes(id as GuardId, true, value),
        JSON.stringify(value),
      );
  });
