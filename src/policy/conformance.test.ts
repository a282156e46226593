import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readJson } from './parse.ts';
import { PolicyTestFile } from './test-file.ts';
import { testPolicy } from './test-report.ts';

const FOLDER = new URL('../../content/policy-cases/', import.meta.url);
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
const textOf = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');
const noFiles = (): Promise<string> => Promise.reject(new Error('the cases hold their policies'));

let cases = 0;
for (const name of files) {
  test(`the cases of ${name} hold`, async () => {
    const report = await testPolicy(textOf(name), noFiles);
    assert.ok(report.ok, report.ok ? '' : report.errors.map(({ message }) => message).join('\n'));
    for (const suite of report.suites) {
      for (const { failures, name: of } of suite.cases) assert.deepEqual(failures, [], of);
      cases += suite.cases.length;
    }
  });
}

test('there are at least 400 cases, each with a name of its own in its file', () => {
  assert.ok(cases >= 400, `${cases} cases`);
  for (const name of files) {
    const names = PolicyTestFile.parse(readJson(textOf(name)).value).cases.map((one) => one.name);
    assert.deepEqual(names, [...new Set(names)], name);
  }
});

test('a case that expects otherwise fails, and says in what', async () => {
  const file = {
    policy: { version: '1', default: 'deny' },
    cases: [{ name: 'wrong', calls: [{ tool: 'a', expect: { outcome: 'allow', rule: '' } }] }],
  };
  const report = await testPolicy(JSON.stringify(file), noFiles);
  assert.ok(report.ok);
  assert.deepEqual(
    report.suites[0]?.cases[0]?.failures[0]?.differences,
    [
      { field: 'rule', expected: '', actual: '(default deny)' },
      { field: 'outcome', expected: 'allow', actual: 'deny' },
    ].reverse(),
  );
});
