import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stemIn, stems, wordsOfName, wordsOfText } from './words.ts';

const NAMES: Record<string, string> = {
  get_user_info: 'get user info',
  'get-user-info': 'get user info',
  getUserInfo: 'get user info',
  GetURLContent: 'get url content',
  HTTPGet: 'http get',
  ADD_COLLATERAL: 'add collateral',
  'pages.get/content': 'pages get content',
  '%7Brepo%7D_docs': 'repo docs',
  _private__name_: 'private name',
  img2img: 'img2img',
  v2_search: 'v2 search',
  '${PREFIX}_make_request': 'prefix make request',
  drag_and_drop: 'drag',
  evm_getwalletnfts: 'evm get walletnfts',
  Listallsubscriptions: 'list allsubscriptions',
  listing: 'listing',
  created_at: 'created at',
  getter: 'getter',
  天气: '',
  '!pg': 'pg',
  '': '',
};

const STEMS: Record<string, string> = {
  deletes: 'delete',
  queries: 'query',
  fetches: 'fetch',
  creating: 'create',
  running: 'run',
  reconnects: 'connect',
  undeploy: 'deploy',
  address: 'address',
};

describe('words', () => {
  for (const [name, words] of Object.entries(NAMES))
    it(`reads the name ${JSON.stringify(name)} as ${JSON.stringify(words)}`, () =>
      assert.equal(wordsOfName(name).join(' '), words));

  for (const [word, stem] of Object.entries(STEMS))
    it(`takes ${word} back to ${stem}`, () => assert.equal(stemIn(word, new Set([stem])), stem));

  it('tries the word itself first', () => assert.equal(stems('reads')[0], 'reads'));

  it('keeps the marks that end a clause', () =>
    assert.deepEqual(wordsOfText("Lists a user's files, then (if asked) deletes them."), [
      'lists',
      'a',
      "user's",
      'files',
      ',',
      'then',
      '(',
      'if',
      'asked',
      ')',
      'deletes',
      'them',
      '.',
    ]));
});
