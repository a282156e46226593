import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleSearched } from '../../tests/search/sample.ts';
import { prepare } from '../search/prepare.ts';
import { recordsOf } from '../search/records-of.ts';
import { type SuggestQuestion, suggestionsOf } from './suggest.ts';

const index = prepare(recordsOf(sampleSearched(), 'text'));
const BOTH: SuggestQuestion['kinds'] = ['tool', 'server'];

const cases: { question: SuggestQuestion; first: string[] }[] = [
  { question: { text: 'gitea', kinds: BOTH, except: [] }, first: ['gitea'] },
  { question: { text: 'gitea', kinds: ['tool'], except: [] }, first: ['gitea/createissue'] },
  {
    question: { text: 'github', kinds: ['tool'], except: ['github/create_issue'] },
    first: ['github/create_issue_comment', 'github/list_issues'],
  },
  { question: { text: 'store put', kinds: BOTH, except: [] }, first: ['store/put_object'] },
  {
    question: { text: 'create_issue', kinds: ['tool'], except: ['github/create_issue'] },
    first: ['github-copy/create_issue'],
  },
  { question: { text: 'create issue', kinds: ['server'], except: [] }, first: [] },
  { question: { text: 'github', kinds: [], except: [] }, first: [] },
  { question: { text: '  ', kinds: BOTH, except: [] }, first: [] },
  { question: { text: 'relay login', kinds: BOTH, except: [] }, first: [] },
];
for (const { question, first } of cases)
  test(`${JSON.stringify(question)} suggests ${first.join(', ') || 'nothing'}`, () => {
    const keys = suggestionsOf(index, question).map(({ key }) => key);
    assert.deepEqual(first.length ? keys.slice(0, first.length) : keys, first);
    assert.ok(question.except.every((key) => !keys.includes(key)));
  });
