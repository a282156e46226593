import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import * as evaluate from './eval.ts';
import { EvalSession, type Reply } from './eval-session.ts';
import { linesOf } from './lines.ts';
import * as lint from './lint.ts';
import * as test_ from './test.ts';

const COMMAND = new URL('../policy.ts', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'policy-'));
after(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  return path;
};

function policy(args: readonly string[], input: readonly unknown[] = []) {
  const lines = input.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  const { status, stderr, stdout } = spawnSync(process.execPath, [COMMAND, ...args], {
    input: lines.join('\n'),
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  const jsonLines = (text: string) =>
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  return { status, stdout, stderr, answers: () => jsonLines(stdout), errors: () => jsonLines(stderr) };
}

const document = {
  version: '1',
  default: 'deny',
  tools: {
    pay: {
      deny_if: [{ conditions: [{ path: 'args.amount', op: 'gt', value: 100 }], on_deny: 'Too much.' }],
      limits: [{ counter: 'pay_rate', window: 'minute', max: 1, scope: 'grant' }],
    },
  },
};
const at = '2026-01-01T10:31:00Z';

test('eval answers each call with one line, in order', () => {
  const { answers, status, stderr } = policy(
    ['eval'],
    [
      { policy: document },
      { tool: 'pay', args: { amount: 5 }, at },
      '',
      { tool: 'pay', args: { amount: 500 }, at },
      { tool: 'pay', args: { amount: 5 }, at: '2026-01-01T10:31:59.500Z' },
      { tool: 'pay', args: { amount: 5 }, at, grant: 'alice' },
      { tool: 'other' },
    ],
  );
  assert.deepEqual([status, stderr], [0, '']);
  assert.deepEqual(answers(), [
    { outcome: 'allow', rule: '', pointer: '', message: '' },
    {
      outcome: 'deny',
      rule: '/tools/pay/deny_if/args.amount-gt',
      pointer: '/tools/pay/deny_if/0/conditions/0',
      message: 'Too much.',
    },
    {
      outcome: 'deny',
      rule: '/tools/pay/limits/pay_rate',
      pointer: '/tools/pay/limits/0',
      message:
        'Tool "pay" is denied by /tools/pay/limits/pay_rate: 1 of 1 a minute are counted and this call adds 1; resets at 2026-01-01T10:32:00.000Z.',
      retry_after_ms: 500,
    },
    { outcome: 'allow', rule: '', pointer: '', message: '' },
    {
      outcome: 'deny',
      rule: '(default deny)',
      pointer: '/default',
      message: 'Tool "other" is not listed, and the policy denies what it does not list.',
    },
  ]);
});

test('eval sets the document and empties the state with each policy line', () => {
  const { answers } = policy(
    ['eval', '--policy', file('pay.json', document)],
    [
      { tool: 'pay', args: {}, at },
      { tool: 'pay', args: {}, at },
      { policy: document },
      { tool: 'pay', args: {}, at },
      { policy: { version: '1', default: 'allow' } },
      { tool: 'other', args: {}, at },
    ],
  );
  assert.deepEqual(
    answers().map(({ outcome }) => outcome),
    ['allow', 'deny', 'allow', 'allow'],
  );
});

test('eval asks the person whom a line names, and takes back what fails upstream', () => {
  const limits = [{ counter: 'pay_rate', window: 'minute', max: 1, scope: 'grant' }];
  const held = { ...document, tools: { pay: { limits, approval: {} } } };
  const { answers, status } = policy(
    ['eval'],
    [
      { policy: held },
      { tool: 'pay', at },
      { tool: 'pay', at, refused_at: at },
      { tool: 'pay', at, approved_at: at, upstream: 'failed' },
      { tool: 'pay', at, approved_at: at },
      { tool: 'pay', at, approved_at: at },
    ],
  );
  assert.equal(status, 0);
  assert.deepEqual(
    answers().map(({ outcome }) => outcome),
    ['ask', 'ask', 'allow', 'allow', 'deny'],
  );
});

test('eval without a document denies', () => {
  assert.equal(policy(['eval'], [{ tool: 'pay' }]).answers()[0].rule, '(no policy)');
});

test('eval takes the time of now where a call states none', () => {
  const limited = {
    ...document,
    tools: { pay: { limits: [{ counter: 'c', window: 'day', max: 0, scope: 'grant' }] } },
  };
  const [{ retry_after_ms: left }] = policy(['eval'], [{ policy: limited }, { tool: 'pay' }]).answers();
  assert.ok(left > 0 && left <= 86_400_000);
});

test('eval adds the trace and the nearest change on demand', () => {
  const [answer] = policy(
    ['eval', '--trace'],
    [{ policy: document }, { tool: 'pay', args: { amount: 500 }, at }],
  ).answers();
  assert.equal(answer.trace.at(-1).conditions[0].found, '500');
  assert.deepEqual(answer.change, {
    outcome: 'allow',
    edits: [{ kind: 'argument', path: 'args.amount', value: 100 }],
  });
});

test('eval ends with every error of a document that is refused', () => {
  const { answers, errors, status } = policy(
    ['eval'],
    [{ tool: 'pay' }, { policy: { version: '2', default: 'no' } }, { tool: 'pay' }],
  );
  assert.equal(status, 2);
  assert.equal(answers().length, 1);
  assert.deepEqual(
    errors().map((error) => Object.keys(error)),
    [
      ['pointer', 'message'],
      ['pointer', 'message'],
    ],
  );
  assert.deepEqual(
    errors().map(({ pointer }) => pointer),
    ['/version', '/default'],
  );
});

const refused: [string, string, string][] = [
  ['a key twice', '{"policy":{"version":"1","default":"deny","default":"allow"}}', '/default'],
  ['a text in place of a document', '{"policy":"{\\"version\\":\\"1\\",\\"default\\":\\"allow\\"}"}', ''],
  ['null in place of a document', '{"policy":null}', ''],
];
/** The replies of a session to lines, up to the first with errors. */
async function replies(lines: readonly string[]): Promise<Reply[]> {
  const session = new EvalSession(false);
  const all: Reply[] = [];
  for (const line of lines) {
    const reply = await session.answer(line);
    if (reply !== undefined) all.push(reply);
  }
  return all;
}

for (const [name, line, pointer] of refused) {
  test(`eval refuses a document: ${name}`, async () => {
    const [reply] = await replies([line]);
    assert.deepEqual(
      reply?.errors?.map((error) => 'pointer' in error && error.pointer),
      [pointer],
    );
  });
}

const bad: [string, string][] = [
  ['no JSON', '{'],
  ['no object', '5'],
  ['no tool', '{"args":{}}'],
  ['a tool that is no text', '{"tool":5}'],
  ['an unknown key', '{"tool":"a","arguments":{}}'],
  ['a time that is none', '{"tool":"a","at":"today"}'],
  ['a time without an offset', '{"tool":"a","at":"2026-01-01T10:31:00"}'],
  ['a day that is none', '{"tool":"a","at":"2026-02-30T10:31:00Z"}'],
  ['a key twice', '{"tool":"a","args":{"x":1,"x":2}}'],
  ['a policy and a call', '{"policy":{"version":"1","default":"allow"},"tool":"a"}'],
];
for (const [name, line] of bad) {
  test(`eval does not take a bad line, and tells its number: ${name}`, async () => {
    const [good, wrong] = await replies(['{"tool":"a"}', line]);
    assert.equal(good?.errors, undefined);
    const [error] = wrong?.errors ?? [];
    assert.equal(error !== undefined && 'line' in error && error.line, 2);
  });
}

test('eval ends at a bad line', () => {
  const { answers, errors, status } = policy(['eval'], [{ tool: 'a' }, '{', { tool: 'a' }]);
  assert.equal(status, 2);
  assert.equal(answers().length, 1);
  assert.deepEqual(
    errors().map((error) => Object.keys(error)),
    [['line', 'message']],
  );
});

test('eval takes any arguments: 100,000 nested arrays, null, a list, numbers beyond all numbers', () => {
  const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const lines = [
    nested,
    'null',
    '[]',
    '{"amount":1e400}',
    '{"__proto__":{"amount":500}}',
    '{"amount":"\\ud800"}',
  ];
  const { answers, status } = policy(
    ['eval'],
    [
      { policy: document },
      ...lines.map(
        (args, index) => `{"tool":"pay","args":${index === 0 ? `{"a":${args}}` : args},"at":"${at}"}`,
      ),
    ],
  );
  assert.equal(status, 0);
  assert.deepEqual(
    answers().map(({ outcome }) => outcome),
    ['allow', 'deny', 'deny', 'deny', 'deny', 'deny'],
  );
});

test('lint tells findings in three formats, with places', () => {
  const path = file('lint.json', {
    ...document,
    tools: { pay: { deny_if: [{ conditions: [{ path: 'args.q', op: 'regex', value: 'a*' }] }] } },
  });
  const text = policy(['lint', path]);
  assert.equal(text.status, 0);
  assert.match(text.stdout, /lint\.json:\d+:\d+ warning matches-everything \/tools\/pay/);
  assert.match(text.stdout, /0 errors, 1 warning, 1 note\n$/);
  const found = JSON.parse(policy(['lint', path, '--format', 'json']).stdout);
  const line =
    readFileSync(path, 'utf8')
      .split('\n')
      .findIndex((one) => one.includes('"value"')) + 1;
  assert.deepEqual(found.find((one: { rule: string }) => one.rule === 'matches-everything')?.line, line);
});

test('lint gives SARIF 2.1.0 whose results name their rules and regions', () => {
  const path = file('sarif.json', { version: '1', default: 'deny' });
  const log = JSON.parse(policy(['lint', '--format', 'sarif', path]).stdout);
  assert.equal(log.version, '2.1.0');
  const [run] = log.runs;
  const [result] = run.results;
  assert.equal(run.tool.driver.rules[result.ruleIndex].id, 'allows-nothing');
  assert.equal(result.level, 'warning');
  assert.deepEqual(result.locations[0].physicalLocation.region, { startLine: 3, startColumn: 3 });
  assert.match(result.locations[0].physicalLocation.artifactLocation.uri, /^file:\/\/.*sarif\.json$/);
});

test('lint knows a server of the catalogue, and exits with 1 on an error', () => {
  const { status, stdout } = policy(['lint', file('server.json', document), '--server', 'stripe-mcp']);
  assert.equal(status, 1);
  assert.match(stdout, /error unknown-tool \/tools\/pay/);
});

test('lint tells why a document is refused as errors', () => {
  const { status, stdout } = policy(['lint', file('refused.json', '{"version":"1",\n"defualt":"deny"}')]);
  assert.equal(status, 1);
  assert.match(stdout, /refused\.json:2:1 error refused \/defualt\n.*Did you mean "default"/);
});

const testFile = {
  policy: 'pay.json',
  cases: [{ name: 'pays', calls: [{ tool: 'pay', args: { amount: 5 }, expect: { outcome: 'allow' } }] }],
};

test('test runs files and ends with the counts', () => {
  file('pay.json', document);
  const { status, stdout } = policy(['test', file('passes.json', testFile)]);
  assert.equal(status, 0);
  assert.match(stdout, /no case fires \/tools\/pay\/deny_if\/0\n/);
  assert.match(stdout, /\n1 passed, 0 failed\n$/);
});

test('test tells what failed with its trace, and what no case would miss', () => {
  const [one] = testFile.cases;
  const failing = {
    ...testFile,
    cases: [
      one,
      {
        ...one,
        name: 'fails',
        calls: [{ tool: 'pay', args: { amount: 500 }, expect: { outcome: 'allow' } }],
      },
    ],
  };
  const { status, stdout } = policy(['test', '--mutate', file('fails.json', failing)]);
  assert.equal(status, 1);
  assert.match(stdout, /failed: fails\n {4}call 1: outcome is "deny", expected "allow"\n {6}Too much\.\n/);
  assert.match(stdout, /"check":"deny_if"/);
  assert.match(stdout, /\n1 passed, 1 failed\n$/);
  assert.match(
    policy(['test', '--mutate', file('passes.json', testFile)]).stdout,
    /no case would miss \/tools\/pay\/limits\/0/,
  );
});

test('a file that is none of ours is told with exit code 2', () => {
  const { errors, status } = policy(['test', file('empty.json', {})]);
  assert.equal(status, 2);
  assert.deepEqual(
    errors().map(({ pointer }) => pointer),
    ['/cases'],
  );
});

test('what cannot be read is told with exit code 2', () => {
  const { status, stderr } = policy(['lint', join(folder, 'nowhere.json')]);
  assert.equal(status, 2);
  assert.match(stderr, /ENOENT.*nowhere\.json/);
});

const unusable: [string, (args: string[]) => Promise<number>, string[]][] = [
  ['test without a file', test_.run, []],
  ['test of a file that is not there', test_.run, [join(folder, 'nowhere.json')]],
  [
    'test of a policy that is not there',
    test_.run,
    [file('lost.json', { ...testFile, policy: 'lost-policy.json' })],
  ],
  ['lint without a file', lint.run, []],
  ['lint of two files', lint.run, ['a.json', 'b.json']],
  [
    'lint for a server that is not known',
    lint.run,
    [file('any.json', document), '--server', 'no-such-server'],
  ],
  ['lint in a format that is none', lint.run, [file('any.json', document), '--format', 'xml']],
  ['eval with an option that is none', evaluate.run, ['--nonsense']],
];
for (const [name, run, args] of unusable) {
  test(`a command throws what is printed with exit code 2: ${name}`, () => assert.rejects(run(args), /\w/));
}

test('every command has a help', () => {
  for (const { HELP } of [evaluate, lint, test_]) assert.match(HELP, /^Usage: npm run -s policy -- [a-z]+ /);
  const { status, stdout } = policy(['lint', '--help']);
  assert.equal(status, 0);
  assert.equal(stdout, `${lint.HELP}\n`);
  assert.equal(policy(['nonsense']).status, 2);
});

test('lines end at line feeds alone, wherever the bytes are cut', async () => {
  const bytes = new TextEncoder().encode('é\u2028x\n\n{"a":"😀"}\r\nlast');
  for (let cut = 0; cut <= bytes.length; cut++) {
    const lines: string[] = [];
    const chunks = (async function* () {
      yield bytes.slice(0, cut);
      yield bytes.slice(cut);
    })();
    for await (const some of linesOf(chunks)) lines.push(...some);
    assert.deepEqual(lines, ['é\u2028x', '', '{"a":"😀"}\r', 'last']);
  }
});
