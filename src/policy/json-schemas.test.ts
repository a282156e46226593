import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { z } from 'zod';
import { schemas } from './json-schemas.ts';
import { readJson } from './parse.ts';
import { PolicyRefusals, PolicyTestFile } from './test-file.ts';

const CASES = new URL('../../content/policy-cases/', import.meta.url);
const read = (name: string): unknown => readJson(readFileSync(new URL(name, CASES), 'utf8')).value;
const published = z.fromJSONSchema(
  JSON.parse(readFileSync(new URL('../../public/schemas/policy.schema.json', import.meta.url), 'utf8')),
);

/** What the JSON Schema cannot say, and the parser must: ties between places, and what is RE2 syntax. */
const BEYOND = /^(?:hide with a star|regex that is|one counter in two windows|101 entries)/;

test('the published JSON Schema accepts every document of the cases', () => {
  for (const name of readdirSync(CASES).filter((one) => one.endsWith('.json'))) {
    const { cases, policy } = PolicyTestFile.parse(read(name));
    for (const document of [policy, ...cases.map((one) => one.policy)]) {
      if (document !== undefined) assert.ok(published.safeParse(document).success, JSON.stringify(document));
    }
  }
});

test('the published JSON Schema refuses what the parser refuses, as far as a schema can', () => {
  for (const { document, name, text } of PolicyRefusals.parse(read('refused/documents.json')).documents) {
    if (text === undefined) assert.equal(published.safeParse(document).success, BEYOND.test(name), name);
  }
});

/** Every property of a JSON Schema, with its path. */
function* properties(schema: unknown, path = ''): Generator<[path: string, description: unknown]> {
  if (typeof schema !== 'object' || schema === null) return;
  for (const [key, inner] of Object.entries(schema)) {
    if (key !== 'properties') yield* properties(inner, `${path}/${key}`);
    else {
      for (const [name, one] of Object.entries(inner as Record<string, { description?: unknown }>)) {
        yield [`${path}/${name}`, one.description];
        yield* properties(one, `${path}/${name}`);
      }
    }
  }
}

test('every field of a policy and of a test file is described', () => {
  for (const name of ['policy', 'policy-test']) {
    const schema = z.toJSONSchema(schemas[name] as z.ZodType, { io: 'input' });
    for (const [path, description] of properties(schema)) {
      // An operator is described with its condition, as what it holds for is.
      if (!path.endsWith('/op')) assert.match(String(description), /\w{3,}.*\.$/s, `${name}${path}`);
    }
  }
});
