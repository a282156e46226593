import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Server } from '../model/server.ts';
import { canonicalIds } from './copies.ts';

const server = (tools: string[], sources = 1): Server => ({
  name: 'n',
  title: 't',
  package: { registry: 'npm', name: 'p' },
  sources: Array.from({ length: sources }, (_, index) => `o/s${index}`),
  tools: tools.map((name) => ({ name })),
});

const cases: { what: string; servers: Record<string, Server>; copies: Record<string, string> }[] = [
  { what: 'two tools are too few', servers: { a: server(['x', 'y']), b: server(['x', 'y']) }, copies: {} },
  {
    what: 'another tool parts them',
    servers: { a: server(['x', 'y', 'z']), b: server(['x', 'y', 'w']) },
    copies: {},
  },
  {
    what: 'the order does not matter',
    servers: { aa: server(['x', 'y', 'z']), b: server(['z', 'y', 'x']) },
    copies: { aa: 'b' },
  },
  {
    what: 'more sources win',
    servers: { a: server(['x', 'y', 'z']), bbb: server(['x', 'y', 'z'], 2) },
    copies: { a: 'bbb' },
  },
  {
    what: 'all copies point to one',
    servers: { c: server(['x', 'y', 'z']), a: server(['x', 'y', 'z']), b: server(['x', 'y', 'z']) },
    copies: { b: 'a', c: 'a' },
  },
];

for (const { what, servers, copies } of cases)
  test(what, () =>
    assert.deepEqual(Object.fromEntries(canonicalIds(new Map(Object.entries(servers)))), copies),
  );
