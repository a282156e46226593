import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import ts from 'typescript';

/** What decides may weigh this much, gzipped: compile, decide, count and explain, without patterns and schema. */
const BUDGET = 12_000;

const FOLDER = new URL('.', import.meta.url);

async function bundled() {
  const { metafile, outputFiles } = await build({
    entryPoints: [new URL('engine.ts', FOLDER).pathname],
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    outdir: 'out',
    write: false,
    metafile: true,
  });
  const entry = Object.entries(metafile.outputs).find(([, { entryPoint }]) =>
    entryPoint?.endsWith('engine.ts'),
  );
  assert.ok(entry !== undefined);
  const text = outputFiles.find(({ path }) => path.endsWith(entry[0]))?.contents;
  assert.ok(text !== undefined);
  return { text, inputs: Object.keys(entry[1].inputs), imports: entry[1].imports };
}

test('what decides is small, and holds neither the schema library nor that of patterns', async () => {
  const { imports, inputs, text } = await bundled();
  const size = gzipSync(text, { level: 9 }).length;
  assert.ok(size <= BUDGET, `${size} bytes gzipped`);
  for (const input of inputs)
    assert.match(input, /^(?:src\/policy\/[a-z-]+\.ts|node_modules\/@noble\/hashes\/.*)$/);
  assert.deepEqual(
    imports.map(({ kind }) => kind),
    ['dynamic-import'],
  );
});

const sources = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.startsWith('testing/'),
);

test('the engine imports nothing of other parts, and brings no clock', () => {
  const allowed = /^(?:\.\.?\/[a-z-]+(?:\/[a-z-]+)?\.ts|zod\/mini|re2js|@noble\/hashes\/[a-z0-9]+\.js)$/;
  for (const name of sources) {
    const text = readFileSync(new URL(name, FOLDER), 'utf8');
    for (const [, from = ''] of text.matchAll(/\bfrom '([^']+)'|\bimport\('([^']+)'\)/g)) {
      if (from !== '') assert.match(from, allowed, name);
      assert.ok(!from.startsWith('../') || name.includes('/'), `${name} imports ${from}`);
    }
    assert.doesNotMatch(
      text,
      /\bDate\.now|\bMath\.random|\bnew Date\(\)/,
      `${name} has a clock or a die of its own`,
    );
  }
});

test('the engine compiles without the types of Node and of the page', () => {
  const program = ts.createProgram([new URL('index.ts', FOLDER).pathname], {
    allowImportingTsExtensions: true,
    lib: ['lib.esnext.d.ts'],
    module: ts.ModuleKind.NodeNext,
    noEmit: true,
    skipLibCheck: true,
    strict: true,
    target: ts.ScriptTarget.ESNext,
    types: [],
  });
  const faults = ts
    .getPreEmitDiagnostics(program)
    .filter(({ file }) => file?.fileName.includes('/src/policy/'));
  assert.deepEqual(
    faults.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ')),
    [],
  );
});
