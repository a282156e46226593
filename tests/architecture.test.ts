import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

/** Which folders of src/ each folder may import from, beside itself. ARCHITECTURE.md shows the same picture. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  policy: [],
  model: [],
  risk: ['model'],
  recommend: ['model', 'policy', 'risk'],
  catalogue: ['model', 'risk'],
  attacks: ['model', 'policy', 'catalogue', 'risk'],
  search: ['model', 'catalogue', 'attacks', 'client', 'routes', 'views'],
  compare: ['model', 'risk', 'client', 'routes', 'search', 'views'],
  lists: ['model', 'search', 'views'],
  simulator: ['policy', 'risk', 'model', 'recommend', 'client', 'search', 'routes', 'views'],
  views: ['model', 'policy', 'risk', 'recommend', 'catalogue', 'attacks', 'routes'],
  routes: ['model'],
};

/** Folders that run in a browser or anywhere else: nothing of Node. */
const NO_NODE = ['policy', 'model', 'risk', 'recommend', 'routes'];

const folderOf = (path: string) => (path.replace(/^src\//, '').split('/')[0] ?? '').replace(/\.ts$/, '');
const importsOf = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    ([, target = '']) => target,
  );
const resolve = (file: string, target: string) => new URL(target, `file:///${file}`).pathname.slice(1);

/** What only tests import: they run in Node.js, whatever they test. */
const forTests = (file: string) => file.endsWith('.test.ts') || file.includes('/testing/');
const sources = globSync('src/**/*.ts').filter((file) => !forTests(file));

for (const [folder, allowed] of Object.entries(MAY_IMPORT))
  test(`src/${folder} imports only ${allowed.join(', ') || 'itself'}`, () => {
    const faults = sources
      .filter((file) => folderOf(file) === folder)
      .flatMap((file) =>
        importsOf(file)
          .filter((target) => target.startsWith('.'))
          .map((target) => resolve(file, target))
          .filter((target) => target.startsWith('src/'))
          .filter((target) => folderOf(target) !== folder && !allowed.includes(folderOf(target)))
          .map((target) => `${file} imports ${target}`),
      );
    assert.deepEqual(faults, []);
  });

test('what must run in a browser imports nothing of Node', () => {
  const faults = sources
    .filter((file) => NO_NODE.includes(folderOf(file)))
    .flatMap((file) =>
      importsOf(file)
        .filter((target) => target.startsWith('node:'))
        .map((target) => `${file}: ${target}`),
    );
  assert.deepEqual(faults, []);
});
