import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { halfOf } from '../src/catalogue/halves.ts';
import { readContent } from '../src/catalogue/read.ts';
import { evaluate, judge } from '../src/risk/evaluate.ts';

const run = (input: string, ...options: string[]) =>
  spawnSync(process.execPath, ['scripts/classify.ts', ...options], { input, encoding: 'utf8' });

describe('npm run classify', () => {
  it('answers every good line, and tells the number of every bad one', () => {
    const { stdout, stderr, status } = run('{"name":"get_x"}\n\nnot json\n{"name":7}\r\n{"name":"delete_x"}');
    const answers = stdout.trim().split('\n');
    assert.deepEqual(
      answers.map((line) => JSON.parse(line).category),
      ['read', 'destructive'],
    );
    assert.match(stderr, /^line 3: not JSON.*\nline 4: \/name/);
    assert.equal(status, 2);
  });

  it('ends well where all is well', () => assert.equal(run('{"name":"get_x"}\n').status, 0));

  for (const options of [['--nope'], ['--evidence', 'constructor'], ['--half', 'third'], ['--limit', 'x']])
    it(`refuses ${options.join(' ')}`, () => assert.equal(run('', ...options).status, 2));

  it('helps', () => {
    const { stdout, status } = run('', '--help');
    assert.match(stdout, /^Usage/);
    assert.equal(status, 0);
  });

  it('measures, for people and for machines', () => {
    const text = run('', '--evaluate', '--half', 'held', '--content', 'tests/fixture/content');
    assert.match(text.stdout, /held servers, evidence: all[\s\S]*category right/);
    const json = run('', '--evaluate', '--json', '--content', 'tests/fixture/content');
    assert.deepEqual(
      JSON.parse(json.stdout).map(({ half }: { half: string }) => half),
      ['all', 'tuned', 'held'],
    );
  });

  it('says what is wrong with a catalogue', () => {
    const { stderr, status } = run('', '--evaluate', '--content', 'tests/fixture');
    assert.match(stderr, /expected/);
    assert.equal(status, 1);
  });
});

describe('the classifier on servers that its words were not chosen on', () => {
  const tools = [...readContent('content').servers].flatMap(([server, { tools }]) =>
    halfOf(server) === 'held'
      ? tools.map((tool) => ({ server, tool: { ...tool, server }, reviewed: tool.reviewed }))
      : [],
  );
  const { reviewed, right, readOnlyRight, dangerousCalledRead } = evaluate(judge(tools));

  it('has enough reviewed tools to be measured', () => assert.ok(reviewed > 5000));
  it('has at least 95.5 % of the categories right', () => assert.ok(right >= 0.955, String(right)));
  it('has at least 97 % of read-only or not right', () =>
    assert.ok(readOnlyRight >= 0.97, String(readOnlyRight)));
  it('calls at most 1.2 % of the dangerous tools read', () =>
    assert.ok(dangerousCalledRead <= 0.012, String(dangerousCalledRead)));
});
