import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { LINT_RULES, lint } from './lint.ts';
import { loadPolicy } from './load.ts';
import { readJson } from './parse.ts';
import type { PolicyError } from './policy-error.ts';
import * as schema from './schema.ts';
import { Expectation, PolicyRefusals, PolicyTestFile, TestCall, TestCase } from './test-file.ts';
import { testPolicy } from './test-report.ts';

const guide = readFileSync(new URL('../../content/guides/policy-reference.mdx', import.meta.url), 'utf8');

/** The examples of one kind: fenced blocks, marked behind the language. */
const blocks = (mark: string): string[] =>
  [...guide.matchAll(/^```(?:json|ts) ([a-z-]+)\n([\s\S]*?)^```$/gm)].flatMap(([, kind, text = '']) =>
    kind === mark ? [text] : [],
  );

const noFiles = (): Promise<string> => Promise.reject(new Error('the examples hold their policies'));

for (const text of blocks('policy-test')) {
  const [, name = ''] = /"name": "([^"]*)"/.exec(text) ?? [];
  test(`the example holds: ${name}`, async () => {
    const report = await testPolicy(text, noFiles);
    assert.ok(report.ok, report.ok ? '' : report.errors.map(({ message }) => message).join('\n'));
    for (const { cases } of report.suites)
      for (const { failures, name: of } of cases) assert.deepEqual(failures, [], of);
  });
}

for (const text of blocks('policy-refusals')) {
  for (const { document, errors, name, text: source } of PolicyRefusals.parse(readJson(text).value)
    .documents) {
    test(`the example is refused as it says: ${name}`, async () => {
      const loaded = await loadPolicy(source ?? document);
      assert.ok(!loaded.ok);
      assert.equal(loaded.errors.length, errors.length);
      for (const { includes = '', pointer, ...expected } of errors) {
        const found: PolicyError | undefined = loaded.errors.find((error) => error.pointer === pointer);
        assert.ok(found?.message.includes(includes), pointer);
        for (const [key, value] of Object.entries(expected))
          assert.equal(found?.[key as keyof PolicyError], value);
      }
    });
  }
}

for (const text of blocks('policy-lint')) {
  test('lint finds in the example what the text says', async () => {
    const { findings, policy } = JSON.parse(text);
    const loaded = await loadPolicy(policy);
    assert.ok(loaded.ok);
    const found = lint(loaded.document, undefined, loaded.policy.regex).map(
      ({ pointer, rule }) => `${pointer} ${rule}`,
    );
    assert.deepEqual(
      found.sort(),
      findings.map(({ pointer, rule }: Record<string, string>) => `${pointer} ${rule}`).sort(),
    );
  });
}

for (const text of blocks('policy-run')) {
  test('the program of the example runs', () => {
    const engine = pathToFileURL(new URL('index.ts', import.meta.url).pathname).href;
    const program = text.replace("'src/policy/index.ts'", JSON.stringify(engine));
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--input-type=module-typescript', '--eval', program],
      { encoding: 'utf8' },
    );
    assert.equal(status, 0, stderr);
  });
}

test('no example is left out', () => {
  const fenced = guide.match(/^```\w/gm)?.length ?? 0;
  const run = ['policy-test', 'policy-refusals', 'policy-lint', 'policy-run'].map(
    (mark) => blocks(mark).length,
  );
  assert.ok(run.every((count) => count > 0));
  assert.equal(
    run.reduce((sum, count) => sum + count, 0),
    fenced,
  );
});

test('the reference names every field, operator, lint rule and bound', () => {
  const fields = [
    schema.PolicyDocument,
    schema.ToolRule,
    schema.Predicate,
    schema.Limit,
    schema.Approval,
    PolicyTestFile,
    TestCase,
    TestCall,
    Expectation,
  ]
    .flatMap(({ shape }) => Object.keys(shape))
    .concat('path', 'op', 'value');
  const operators = schema.Condition.def.options.flatMap(({ shape }) =>
    [...((shape.op as { values: Iterable<string> } & typeof shape.op)._zod.values ?? [])].map(String),
  );
  assert.equal(operators.length, 11);
  for (const word of [...fields, ...operators, ...LINT_RULES.map(({ id }) => id)]) {
    assert.match(guide, new RegExp(`[\`"]${word.replace('$', '\\$')}[\`"]`), word);
  }
  for (const { id, level } of LINT_RULES) assert.match(guide, new RegExp(`\\| \`${id}\` \\| ${level} \\|`));
  for (const [name, bound] of Object.entries(schema.BOUNDS)) {
    if (name !== 'values') assert.ok(guide.includes(bound.toLocaleString('en-US')), `${name}: ${bound}`);
  }
});
