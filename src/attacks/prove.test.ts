import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Proof } from '../model/proof.ts';
import { loadRegex } from '../policy/index.ts';
import { loadAttacks } from './load.ts';
import { prove, proveAll } from './prove.ts';
import { aProof, aProofFile } from './testing.ts';

const regex = await loadRegex(aProofFile().policy);
const run = (proof: Proof) => prove('acme-fetch-ssrf', proof, regex);

test('a proof that holds says what was decided, call by call', () => {
  const { sequences, mutations, problems, result } = run(aProof());
  assert.deepEqual(problems, []);
  assert.equal(result, 'stopped');
  const [attack, , twin] = sequences;
  assert.equal(attack?.stoppedAt, 0);
  assert.equal(attack?.calls[0]?.decision.outcome, 'deny');
  assert.match(attack?.calls[0]?.decision.message ?? '', /fetch/);
  assert.equal(twin?.stoppedAt, undefined);
  assert.deepEqual(
    mutations.map(({ pointer, effect }) => [pointer, effect]),
    [
      ['/default', 'opens'],
      ['/tools/fetch', 'blocks'],
      ['/tools/fetch/require/0', 'opens'],
    ],
  );
});

const rules = (file: ReturnType<typeof aProofFile>) =>
  file.policy.tools.fetch as Record<string, unknown> & typeof file.policy.tools.fetch;
const predicate = (op: string, value: unknown) => ({ conditions: [{ path: 'args.url', op, value }] });

const FAULTS: readonly {
  name: string;
  change: (file: ReturnType<typeof aProofFile>) => void;
  pointer: string;
  found: RegExp;
}[] = [
  {
    name: 'a benign twin that is denied',
    change: (file) => {
      rules(file).require.push(predicate('contains', 'docs') as never);
    },
    pointer: '/sequences/2/calls/0',
    found: /deny by \/tools\/fetch\/require\/args.url-contains/,
  },
  {
    name: 'a hostile sequence that passes',
    change: (file) => {
      rules(file).require = [];
    },
    pointer: '/sequences/0/calls/0',
    found: /^allow for "fetch"/,
  },
  {
    name: 'a hostile call that another rule stops',
    change: (file) => {
      rules(file).require.unshift(predicate('contains', 'example') as never);
    },
    pointer: '/sequences/0/calls/0',
    found: /args.url-contains/,
  },
  {
    name: 'a rule that nothing needs',
    change: (file) => {
      rules(file).deny_if = [predicate('contains', '@')];
    },
    pointer: '/policy/tools/fetch/deny_if/0',
    found: /no sequence needs/,
  },
  {
    name: 'a tool that no benign twin uses',
    change: (file) => {
      Object.assign(file.policy.tools, { post: { require: [predicate('exists', true)] } });
      file.sequences[1]!.calls[0]!.expect.rule = '/tools/post/require/args.url-exists';
    },
    pointer: '/policy/tools/post',
    found: /no sequence needs/,
  },
  {
    name: 'a rule that another one covers',
    change: (file) => {
      rules(file).deny_if = [predicate('contains', '169.254')];
    },
    pointer: '/policy/tools/fetch/require/0',
    found: /another one covers|no sequence needs/,
  },
  {
    name: 'a condition that nothing needs',
    change: (file) => {
      rules(file).require[0]?.conditions.push({ path: 'args.url', op: 'exists', value: true as never });
    },
    pointer: '/policy/tools/fetch/require/0/conditions/1',
    found: /no sequence needs/,
  },
  {
    name: 'a limit that nothing reaches',
    change: (file) => {
      rules(file).limits = [{ counter: 'pages', window: 'hour', max: 10, scope: 'grant' }];
    },
    pointer: '/policy/tools/fetch/limits/0',
    found: /no sequence needs/,
  },
  {
    name: 'a needed rule named as spare',
    change: (file) => {
      Object.assign(file, { spare: [{ pointer: '/tools/fetch/require/0', why: 'To be sure.' }] });
    },
    pointer: '/spare',
    found: /\/tools\/fetch\/require\/0/,
  },
  {
    name: 'a spare rule that is not there',
    change: (file) => {
      Object.assign(file, { spare: [{ pointer: '/tools/fetch/deny_if/3', why: 'To be sure.' }] });
    },
    pointer: '/spare/0/pointer',
    found: /deny_if\/3/,
  },
  {
    name: 'a policy that is none',
    change: (file) => {
      Object.assign(file.policy, { defualt: 'deny' });
    },
    pointer: '/policy',
    found: /defualt/,
  },
];

for (const { name, change, pointer, found } of FAULTS)
  test(`${name} is told with file, pointer and remedy`, () => {
    const { problems } = run(aProof(change));
    const told = problems.find((problem) => problem.pointer.startsWith(pointer) && found.test(problem.found));
    assert(told, JSON.stringify(problems));
    assert.equal(told.file, 'proofs/acme-fetch-ssrf.json');
    assert.notEqual(told.remedy, '');
  });

test('a spare rule with a reason is no fault and shows the reason', () => {
  const { problems, mutations } = run(
    aProof((file) => {
      rules(file).deny_if = [predicate('contains', '@')];
      Object.assign(file, { spare: [{ pointer: '/tools/fetch/deny_if/0', why: 'To be sure.' }] });
    }),
  );
  assert.deepEqual(problems, []);
  assert.equal(mutations.find(({ spare }) => spare)?.spare, 'To be sure.');
});

test('a residual sequence passes, and the result says so', () => {
  const { problems, result } = run(
    aProof((file) => {
      file.sequences.push({ ...file.sequences[2]!, kind: 'residual', why: 'It is a page.' } as never);
    }),
  );
  assert.deepEqual(problems, []);
  assert.equal(result, 'partly');
});

test('counting starts anew with each sequence and each window, and calls alike are made one by one', () => {
  const expect = { outcome: 'deny', rule: '/tools/fetch/limits/pages' };
  const page = { tool: 'fetch', args: { url: 'https://example.com/a' }, origin: 'ours' };
  const { problems, sequences } = run(
    aProof((file) => {
      rules(file).limits = [{ counter: 'pages', window: 'hour', max: 10, scope: 'grant' }];
      const calls = [
        { ...page, times: 10, expect: { outcome: 'allow' } },
        { ...page, times: 5, expect },
      ];
      const later = [...calls, { ...page, after: 3600, expect: { outcome: 'allow' } }];
      file.sequences.push({ kind: 'hostile', title: 'A flood.', calls } as never);
      file.sequences.push({ kind: 'hostile', title: 'A flood, then a pause.', calls: later } as never);
    }),
  );
  assert.deepEqual(problems, []);
  assert.equal(sequences[3]?.stoppedAt, 1);
  assert.equal(sequences[3]?.calls[1]?.decision.retry_after_ms, 3_600_000);
});

test('a call that a person approves is held first and passes then', () => {
  const change = (approved: boolean) => (file: ReturnType<typeof aProofFile>) => {
    rules(file).approval = {};
    Object.assign(file, {
      spare: [{ pointer: '/tools/fetch/require/0', why: 'Nobody is asked about these.' }],
    });
    const ask = { outcome: 'ask', rule: '/tools/fetch/approval' };
    Object.assign(file.sequences[2]!.calls[0]!, { expect: ask, ...(approved && { approved }) });
    file.sequences.push({
      kind: 'hostile',
      title: 'A page that nobody asked for.',
      calls: [{ tool: 'fetch', args: { url: 'https://example.com/b' }, origin: 'ours', expect: ask }],
    } as never);
  };
  const { problems, sequences, mutations } = run(aProof(change(true)));
  assert.deepEqual(problems, []);
  assert.equal(mutations.find(({ spare }) => spare)?.effect, 'weakens');
  assert.equal(sequences[2]?.calls[0]?.decision.outcome, 'ask');
  assert.equal(sequences[2]?.calls[0]?.approved?.outcome, 'allow');
  assert.throws(() => aProof(change(false)), /calls/);
});

test('a server without a policy is denied whole, and attaching the policy is what opens it', () => {
  const { problems, mutations } = run(
    aProof((file) => {
      file.servers.push({ name: 'impostor', tools: ['fetch'], origin: 'ours', governed: false } as never);
      for (const at of [0, 2]) Object.assign(file.sequences[at]!.calls[0]!, { server: 'acme' });
      file.sequences.push({
        kind: 'hostile',
        title: 'The impostor.',
        calls: [
          {
            server: 'impostor',
            tool: 'fetch',
            args: { url: 'https://example.com/a' },
            origin: 'ours',
            expect: { outcome: 'deny', rule: '(no policy)' },
          },
        ],
      } as never);
    }),
  );
  assert.deepEqual(problems, []);
  assert.equal(mutations.find(({ pointer }) => pointer === '/servers/1/governed')?.effect, 'opens');
});

const { proofs, attacks, problems: faults } = loadAttacks('content');
const runs = await proveAll(proofs);

test('the committed database has no fault', () => {
  assert.deepEqual(faults, []);
  assert(attacks.size >= 143);
});

for (const [id, { problems, sequences }] of runs)
  test(`the proof of ${id} holds`, () => {
    assert.deepEqual(problems, []);
    for (const { sequence, stoppedAt } of sequences)
      assert.equal(stoppedAt !== undefined, sequence.kind === 'hostile', sequence.title);
  });
