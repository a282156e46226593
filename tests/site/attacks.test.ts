import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { attacksFolder, provedAttacks } from '../../src/attacks/database.ts';
import { AttacksFile } from '../../src/attacks/export.ts';
import { CONTENT } from '../../src/catalogue/places.ts';
import { Proof } from '../../src/model/proof.ts';
import { parsePolicy } from '../../src/policy/index.ts';
import { re2 } from '../../src/policy/re2.ts';
import { routes } from '../../src/routes.ts';
import { readPage } from './pages.ts';

/** The built site, and the attacks that it was built with. */
const SITE = process.env.CALLWARDEN_SITE_DIR ?? 'dist';
const { attacks, proofs, runs } = await provedAttacks(
  attacksFolder(process.env.CALLWARDEN_CONTENT ?? CONTENT),
);
const ids = [...attacks.keys()];

const textOf = (path: string) => readFileSync(join(SITE, path), 'utf8');
const pageOf = (id: string) => readPage(SITE, `${routes.attack(id).slice(1)}index.html`);

test('the whole database is there as data, after its schema', () => {
  const file = AttacksFile.parse(JSON.parse(textOf(routes.attacksJson)));
  assert.deepEqual(
    file.attacks.map(({ id }) => id),
    ids,
  );
  assert.equal(textOf(routes.attacksCsv).split('\r\n').length, ids.length + 2);
});

test('each attack has its proof beside its page, or null', () => {
  for (const id of ids) {
    const twin = JSON.parse(textOf(routes.attackJson(id)));
    assert.deepEqual(Object.keys(twin), ['id', 'title', 'proof']);
    assert.deepEqual(twin.proof && Proof.parse(twin.proof), proofs.get(id) ?? null);
  }
});

/** The faults of a Markdown twin: its heading, its policy, its tables, its links within the site. */
function markdownFaults(id: string): string[] {
  const text = textOf(routes.attackMarkdown(id));
  const [, , json] = /^(`{3,})json\n([\s\S]*?)\n\1$/m.exec(text) ?? [];
  const rest = text.replace(json ?? '', '');
  const tables = rest.split('\n\n').filter((block) => block.startsWith('|'));
  const widths = tables.map((table) => table.split('\n').map((row) => row.split(/(?<!\\)\|/).length));
  const [, site = ''] = /^The same as a page: (https?:\/\/[^/]+)/m.exec(rest) ?? [];
  const links = [...rest.matchAll(/\]\(([^)#?]*)[^)]*\)/g)].map(([, href = '']) => href);
  const broken = links.filter(
    (href) => href.startsWith(site) && !existsSync(join(SITE, href.slice(site.length))),
  );
  return [
    ...(/^# \S/.test(text) && text.endsWith('\n') ? [] : [`${id} begins or ends wrongly`]),
    ...(/\bundefined\b|\[object/.test(rest) ? [`${id} shows a value that is missing`] : []),
    ...(json === (proofs.get(id) && pageOf(id).code.find((code) => code === json))
      ? []
      : [`${id} shows another policy`]),
    ...(widths.every(([head, ...rows]) => rows.every((width) => width === head))
      ? []
      : [`${id} has a broken row`]),
    ...broken.map((path) => `${id} links ${path}`),
  ];
}

test('each attack has a Markdown twin with the policy of its page and whole tables', () => {
  assert.deepEqual(ids.flatMap(markdownFaults), []);
});

test('exactly the page of an attack with a proof leads to its replay in the simulator', () => {
  const linked = ids.filter((id) => pageOf(id).links.includes(routes.simulate('attack', id)));
  assert.deepEqual(
    linked,
    ids.filter((id) => proofs.has(id)),
  );
});

test('the page of an attack with a proof shows a policy that parses', () => {
  for (const id of runs.keys()) {
    const [policy = ''] = pageOf(id).code;
    assert.ok(
      pageOf(id).code.some((text) => parsePolicy(text, re2).ok),
      `${id} shows ${policy.slice(0, 40)}`,
    );
  }
});

test('the page of an attack links its advisories and every reference', () => {
  for (const [id, { references, cves }] of attacks) {
    const links = new Set(pageOf(id).links);
    assert.deepEqual(
      references.map(({ url }) => url).filter((url) => !links.has(url)),
      [],
    );
    assert.ok(cves.every((cve) => [...links].some((link) => link.endsWith(cve))));
  }
});

test('without a script, every attack can be reached from the list, its category and its signals', () => {
  const linksOf = (path: string) => new Set(readPage(SITE, `${path.slice(1)}index.html`).links);
  const places = new Map<string, Set<string>>();
  for (const [id, { category, signals, policy }] of attacks)
    for (const path of [
      routes.attacks,
      routes.attackCategory(category),
      routes.attackVerdict(policy.verdict),
      ...signals.map(routes.attackSignal),
    ]) {
      const links = places.get(path) ?? linksOf(path);
      places.set(path, links);
      assert.ok(links.has(routes.attack(id)), `${path} does not link ${id}`);
    }
});

test('the layer for ATLAS and the feed have what they must', () => {
  const layer = JSON.parse(textOf(routes.atlasLayer));
  assert.equal(layer.domain, 'atlas-atlas');
  assert.ok(layer.techniques.length > 0);
  assert.match(textOf(routes.attacksFeed), /^<\?xml[\s\S]*<entry>/);
});
