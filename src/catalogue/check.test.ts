import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { InvalidInput, type Problem } from '../model/problem.ts';
import { validContent } from './load.ts';

const FIXTURE = 'tests/fixture/content';

/** The problems of the fixture content after one change to one of its files. */
function problemsAfter(file: string, change: (text: string) => string): readonly Problem[] {
  const folder = mkdtempSync(join(tmpdir(), 'callwarden-'));
  try {
    cpSync(FIXTURE, folder, { recursive: true });
    writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
    validContent(folder);
    return [];
  } catch (error) {
    if (error instanceof InvalidInput) return error.problems;
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const edit = (change: (value: never) => void) => (text: string) => {
  const value = JSON.parse(text);
  change(value as never);
  return JSON.stringify(value);
};
type Tools = { tools: { name: unknown; summery?: string }[]; topic: string; sources: string[] };

test('the fixture content is valid', () => assert.equal(validContent(FIXTURE).servers.size, 6));

const cases: {
  what: string;
  file: string;
  change: (text: string) => string;
  pointer: string;
  found: RegExp;
  remedy: RegExp;
}[] = [
  {
    what: 'JSON that does not parse',
    file: 'servers/notes.json',
    change: (text) => text.slice(0, 100),
    pointer: '',
    found: /JSON/,
    remedy: /syntax/,
  },
  {
    what: 'an unknown key',
    file: 'servers/notes.json',
    change: edit((server: Tools) => {
      if (server.tools[1]) server.tools[1].summery = 'x';
    }),
    pointer: '/tools/1',
    found: /summery/,
    remedy: /Remove or correct "summery"/,
  },
  {
    what: 'a wrong type',
    file: 'servers/notes.json',
    change: edit((server: Tools) => {
      if (server.tools[0]) server.tools[0].name = 7;
    }),
    pointer: '/tools/0/name',
    found: /^7$/,
    remedy: /type string/,
  },
  {
    what: 'a tool twice',
    file: 'servers/things.json',
    change: edit((server: Tools) => server.tools.push({ name: 'list_things' })),
    pointer: '/tools/3/name',
    found: /"list_things" again/,
    remedy: /Keep the definition/,
  },
  {
    what: 'a topic that nobody knows',
    file: 'servers/notes.json',
    change: edit((server: Tools) => {
      server.topic = 'notes';
    }),
    pointer: '/topic',
    found: /"notes"/,
    remedy: /listed topic/,
  },
  {
    what: 'a source that nobody knows',
    file: 'servers/notes.json',
    change: edit((server: Tools) => server.sources.push('example/unknown')),
    pointer: '/sources',
    found: /example\/unknown/,
    remedy: /sources\.json/,
  },
  {
    what: 'a correction of a tool that is not there',
    file: 'corrections.json',
    change: (text) => text.replace('"constructor"', '"constructer"'),
    pointer: '/corrections/0',
    found: /constructer/,
    remedy: /Correct or remove/,
  },
  {
    what: 'a server that is scanned and not scanned',
    file: 'unscanned.json',
    change: (text) => text.replace('"unseen": {', '"notes": {'),
    pointer: '/servers/notes',
    found: /has a file/,
    remedy: /Remove it/,
  },
];

for (const { what, file, change, pointer, found, remedy } of cases)
  test(`${what} is told with file, pointer and remedy`, () => {
    const [problem, ...others] = problemsAfter(file, change);
    assert.deepEqual(others, []);
    assert.deepEqual([problem?.file, problem?.pointer], [file, pointer]);
    assert.match(problem?.found ?? '', found);
    assert.match(problem?.remedy ?? '', remedy);
  });

test('all faults of a folder are told at once', () => {
  const change = edit((server: Tools) => {
    server.topic = 'nothing';
    server.sources.push('example/unknown');
  });
  assert.equal(problemsAfter('servers/notes.json', change).length, 2);
});
