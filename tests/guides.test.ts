import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import { serverForLint } from '../scripts/policy/server.ts';
import { importLines } from '../src/catalogue/import.ts';
import { contrast, LEAST, measured } from '../src/components/guide/contrast.ts';
import { cookbook, noPath, recipeText, runRecipe } from '../src/components/guide/recipes.ts';
import { tokensOf } from '../src/components/guide/tokens.ts';
import { Corrections } from '../src/model/correction.ts';
import { lint, loadPolicy, parsePolicy, testPolicy } from '../src/policy/index.ts';
import { re2 } from '../src/policy/re2.ts';
import { routes } from '../src/routes.ts';

const guides = globSync('content/guides/*.mdx').sort();
const documents = [...guides, 'README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md'];
const recipes = cookbook().chapters.flatMap(({ recipes }) => recipes);

/** The fenced blocks of one language in a document, without the indent of the list that they may stand in. */
const blocks = (file: string, language: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^( *)```(\w+)\n([\s\S]*?)^\1```$/gm)]
    .filter(([, , name]) => name === language)
    .map(([, indent = '', , text = '']) => text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''));

const jsonOf = (file: string): unknown[] => blocks(file, 'json').map((text) => JSON.parse(text) as unknown);
const has = (value: unknown, key: string): boolean => Object.hasOwn(value as object, key);

for (const recipe of recipes) {
  test(`recipe ${recipe.id}: its cases pass, fire each rule, and would miss each`, async () => {
    await runRecipe(recipe);
    const report = await testPolicy(recipeText(recipe.id), noPath, true);
    assert.ok(report.ok);
    assert.equal(report.suites.length, 1, 'one policy');
    assert.deepEqual(
      report.suites.flatMap(({ unfired }) => unfired),
      [],
    );
    assert.deepEqual(
      report.suites.flatMap(({ unnoticed }) => unnoticed),
      [],
    );
  });

  test(`recipe ${recipe.id}: lint has nothing to say but notes, with the tools of ${recipe.server}`, async () => {
    const loaded = await loadPolicy((JSON.parse(recipeText(recipe.id)) as { policy: unknown }).policy);
    assert.ok(loaded.ok);
    const findings = lint(loaded.document, await serverForLint(recipe.server), loaded.policy.regex);
    assert.deepEqual(
      findings.filter(({ level }) => level !== 'note'),
      [],
    );
  });

  test(`recipe ${recipe.id}: every denial that a case expects names its rule`, () => {
    const { cases } = JSON.parse(recipeText(recipe.id)) as {
      cases: { calls: { expect: { outcome: string; rule?: string } }[] }[];
    };
    const expected = cases.flatMap(({ calls }) => calls.map(({ expect }) => expect));
    assert.ok(expected.every(({ outcome, rule }) => outcome === 'allow' || rule));
    assert.ok(expected.some(({ outcome }) => outcome === 'allow') && expected.some(({ rule }) => rule));
  });
}

test('a recipe that fails stops the page', async () => {
  const [recipe] = recipes;
  assert.ok(recipe);
  const text = recipeText(recipe.id).replace('"outcome": "allow"', '"outcome": "deny"');
  await assert.rejects(runRecipe(recipe, text), /The recipe .* fails/);
});

test('the cookbook and the folder of recipes name the same recipes, each once', () => {
  const files = globSync('content/recipes/*.json').map((file) => basename(file, '.json'));
  assert.deepEqual(recipes.map(({ id }) => id).sort(), files.sort());
  assert.equal(new Set(recipes.map(({ title }) => title)).size, recipes.length);
});

for (const file of documents) {
  test(`${file}: every policy in it is valid`, () => {
    for (const value of jsonOf(file).filter((each) => has(each, 'version'))) {
      const parsed = parsePolicy(JSON.stringify(value), re2);
      assert.ok(parsed.ok, JSON.stringify(parsed));
    }
  });

  test(`${file}: every npm script that it names is there`, () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object };
    const named = [...readFileSync(file, 'utf8').matchAll(/\bnpm run (?:-s )?([a-z][a-z:]*)/g)];
    for (const [, name = ''] of named) assert.ok(has(scripts, name), `npm run ${name}`);
  });

  test(`${file}: every file of the project that a command names is there`, () => {
    const named = blocks(file, 'sh').flatMap((text) => text.match(/\b(?:content|scripts|tests)\/\S+/g) ?? []);
    for (const path of named) assert.ok(globSync(path).length > 0, path);
  });
}

/** Where an address of the site can begin. */
const KNOWN = Object.values(routes).map((route) => {
  const path = typeof route === 'function' ? (route as (...parts: string[]) => unknown)('x', 'x') : route;
  return String(typeof path === 'function' ? path(1) : path).split('x')[0] as string;
});

for (const file of guides)
  test(`${file}: every link within the site begins with a known address`, () => {
    const links = [...readFileSync(file, 'utf8').matchAll(/\]\((\/[^)#]*)|href="(\/[^"#]*)"/g)];
    for (const [, markdown, html] of links) {
      const link = markdown ?? html ?? '';
      assert.ok(
        KNOWN.some((known) => (known === '/' ? link === '/' : link.startsWith(known))),
        link,
      );
      const [, guide] = link.match(/^\/guides\/(.+)\/$/) ?? [];
      if (guide) assert.ok(guides.includes(`content/guides/${guide}.mdx`), link);
    }
  });

test('the catalogue of the guide is imported whole', () => {
  const record = jsonOf('content/guides/private-catalogue.mdx').find((value) => has(value, 'tools'));
  const none = { server: () => undefined, tool: () => undefined };
  const { servers, skipped } = importLines('guide', [JSON.stringify(record)], none);
  assert.deepEqual(skipped, []);
  assert.deepEqual(
    [...servers.values()].flatMap(({ tools }) => tools.map(({ name }) => name)),
    ['list_notes', 'delete_note'],
  );
});

test('the corrections that the guides show are valid', () => {
  const files = ['content/guides/private-catalogue.mdx', 'CONTRIBUTING.md'];
  const shown = files.flatMap(jsonOf).flatMap((value) => {
    if (has(value, 'corrections')) return [value];
    return has(value, 'reason') ? [{ corrections: [value] }] : [];
  });
  assert.equal(shown.length, files.length);
  for (const value of shown) Corrections.parse(value);
});

test('contrast is that of WCAG', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21);
  // The grey that is known to be the lightest to pass on white.
  assert.ok(contrast('#767676', '#ffffff') >= 4.5 && contrast('#777777', '#ffffff') < 4.5);
});

test('every pair of colours is as far apart as WCAG asks, in both themes', () => {
  for (const { back, dark, front, kind, light } of measured())
    assert.ok(Math.min(light, dark) >= LEAST[kind], `${front} on ${back}: ${light}, ${dark}`);
});

test('tokens are read with both of their values', () => {
  assert.deepEqual(tokensOf('--a: light-dark(#000000, #ffffff); --b-c: clamp(1rem, 2vw, 3rem);'), [
    { name: 'a', light: '#000000', dark: '#ffffff' },
    { name: 'b-c', light: 'clamp(1rem, 2vw, 3rem)', dark: 'clamp(1rem, 2vw, 3rem)' },
  ]);
});
