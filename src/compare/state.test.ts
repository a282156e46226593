import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { added, MOST, queryOf, removed, type State, stateOf, subjectOf } from './state.ts';

const EMPTY: State = { kind: 'server', keys: [] };

describe('the address of a comparison', () => {
  const cases: [query: string, state: State, again: string][] = [
    ['', EMPTY, ''],
    ['?server=github', { kind: 'server', keys: ['github'] }, '?server=github'],
    ['?tool=a/b&tool=c-d/e_f', { kind: 'tool', keys: ['a/b', 'c-d/e_f'] }, '?tool=a/b&tool=c-d/e_f'],
    ['?tool=a/b&tool=a%2Fb', { kind: 'tool', keys: ['a/b'] }, '?tool=a/b'],
    ['?tool=a/b&server=c', { kind: 'tool', keys: ['a/b'] }, '?tool=a/b'],
    ['?tool=a/x%26y', { kind: 'tool', keys: ['a/x&y'] }, '?tool=a/x%26y'],
    ['?server=../x&server=A&server=a/b', EMPTY, ''],
    [
      '?server=a&server=b&server=c&server=d&server=e',
      { kind: 'server', keys: ['a', 'b', 'c', 'd'] },
      '?server=a&server=b&server=c&server=d',
    ],
  ];
  for (const [query, state, again] of cases)
    it(`reads ${query || 'an empty one'}`, () => {
      assert.deepEqual(stateOf(query), state);
      assert.equal(queryOf(state), again);
      assert.deepEqual(stateOf(queryOf(state)), state);
    });
});

describe('what somebody types', () => {
  const cases: [typed: string, subject: ReturnType<typeof subjectOf>][] = [
    ['github', { kind: 'server', key: 'github' }],
    [' github/create_issue ', { kind: 'tool', key: 'github/create_issue' }],
    ['/tools/github/create_issue/', { kind: 'tool', key: 'github/create_issue' }],
    ['https://site.example/servers/github/#policy', { kind: 'server', key: 'github' }],
    ['https://site.example/tools/github/create_issue/?x=1', { kind: 'tool', key: 'github/create_issue' }],
    ['/servers/github.json', { kind: 'server', key: 'github' }],
    ['', undefined],
    ['two words', undefined],
    ['<script>', undefined],
    ['a/b/c', undefined],
  ];
  for (const [typed, subject] of cases)
    it(`takes “${typed}” for ${subject?.kind ?? 'nothing'}`, () =>
      assert.deepEqual(subjectOf(typed), subject));
});

describe('adding and removing', () => {
  const tools: State = { kind: 'tool', keys: ['a/b'] };

  it('appends, and takes the kind of the first', () => {
    assert.deepEqual(added(EMPTY, 'a/b'), { state: tools });
    assert.deepEqual(added(tools, 'a/c'), { state: { kind: 'tool', keys: ['a/b', 'a/c'] } });
  });

  it('refuses a double, another kind, one too many and nonsense, each with the reason', () => {
    const full: State = { kind: 'server', keys: ['a', 'b', 'c', 'd'] };
    const reasons: [State, string, RegExp][] = [
      [tools, 'a/b', /already there/],
      [tools, 'github', /is a server/],
      [full, 'e', new RegExp(`At most ${MOST}`)],
      [tools, 'no such thing', /give the id of a server/],
    ];
    for (const [state, typed, reason] of reasons) {
      const result = added(state, typed);
      assert.match('refused' in result ? result.refused : '', reason);
    }
  });

  it('removes one and keeps the order of the others', () => {
    const state: State = { kind: 'server', keys: ['a', 'b', 'c'] };
    assert.deepEqual(removed(state, 'b').keys, ['a', 'c']);
  });
});
