import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { firstSentence, shoutedIn } from './sentence.ts';
import { sentenceVerbs } from './sentence-verbs.ts';
import { wordsOfText } from './words.ts';

const OPENINGS: Record<string, string> = {
  'Lists files. Deletes none.': 'Lists files.',
  'This tool allows you to list files': 'list files',
  'Use this tool when you need to list files': 'list files',
  '**Purpose:** Lists files': 'Lists files',
  'A tool for listing files': 'listing files',
  '🎯 Lists files': 'Lists files',
  'IMPORTANT: read the guide. Lists files.': 'Lists files.',
  'Get function logs for a site': 'Get function logs for a site',
  '[API] Create a service\n\nBest for: all': 'Create a service',
  'Extracts data (e.g. translations) from code.': 'Extracts data (e.g. translations) from code.',
  '更新资源。先查询。': '更新资源。',
  'Not for: deleting. Do not use it to move files.': '',
  '': '',
};

/** The verbs of a sentence, with the sure ones plain and the others in brackets. */
const VERBS: Record<string, string> = {
  'Lists files.': 'list',
  'Permanently deletes a file.': 'delete',
  'Creates, changes or permanently deletes a share.': 'create change delete',
  'Finds a task by name and deletes it.': 'find delete',
  'Returns the columns and comments of a table.': 'return',
  'Get open ports, running services, and hostnames.': 'get',
  'Manages shares including creating, updating and deleting them.': 'manage create update delete',
  'Manages scripts (create, read or delete)': 'manage',
  'Starts following a channel.': 'follow',
  'Stops capturing logs.': 'stop',
  'Checks the price and transfer USDC to the seller.': 'check',
  'Analyze the price and transfer USDC to the seller.': 'analyze transfer',
  'A server that lists files.': '(list)',
  'Runs an INSERT, UPDATE or DELETE statement.': 'run',
  'The weather of tomorrow': '',
};

describe('firstSentence', () => {
  for (const [text, sentence] of Object.entries(OPENINGS))
    it(JSON.stringify(text), () => assert.equal(firstSentence(text), sentence));
});

describe('sentenceVerbs', () => {
  for (const [text, verbs] of Object.entries(VERBS))
    it(`finds “${verbs}” in “${text}”`, () => {
      const found = sentenceVerbs(wordsOfText(text), shoutedIn(text));
      assert.equal(found.map(({ word, strength }) => (strength === 1 ? word : `(${word})`)).join(' '), verbs);
    });
});
