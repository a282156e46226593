import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { attacksFolder, provedAttacks } from '../../src/attacks/database.ts';
import { catalogueOf, type ServerEntry } from '../../src/catalogue/catalogue.ts';
import { validContent } from '../../src/catalogue/load.ts';
import { CONTENT } from '../../src/catalogue/places.ts';
import { parsePolicy } from '../../src/policy/index.ts';
import { re2 } from '../../src/policy/re2.ts';
import { routes } from '../../src/routes.ts';
import { allPaths } from '../../src/views/all-paths.ts';
import { badgeText } from '../../src/views/badge.ts';
import { type BuiltPage, filesOf, readPage } from './pages.ts';

/** The built site, and the content that it was built from. */
const SITE = process.env.CALLWARDEN_SITE_DIR ?? 'dist';
const all = catalogueOf(validContent(process.env.CALLWARDEN_CONTENT));
const database = await provedAttacks(attacksFolder(process.env.CALLWARDEN_CONTENT ?? CONTENT));

/** Budgets of the site; a page over one of them is too heavy for a phone. */
const BUDGET = { toolHtml: 24_000, toolGzip: 6_000, filesATool: 2.3, stylesheet: 40_000, script: 12_000 };
/** Weighing every page compressed would take minutes; one in this many is weighed, and the heaviest. */
const WEIGHED = 50;

const files = filesOf(SITE);
const known = new Set(files);
const pages = new Map<string, BuiltPage>();
for (const file of files.filter((name) => name.endsWith('.html'))) {
  const page = readPage(SITE, file);
  pages.set(page.path, page);
}
const toolPages = [...pages.values()].filter(({ path }) => /^\/tools\/[^/]+\/[^/]+\/$/.test(path));

/** At most a handful of the faults, so that a message stays readable. */
const none = (faults: readonly string[]) =>
  assert.equal(faults.length, 0, `${faults.length} faults, such as:\n${faults.slice(0, 10).join('\n')}`);

test('there is one page for each tool and for each server', () => {
  assert.equal(toolPages.length, all.tools.length);
  none(all.tools.map(({ server, slug }) => routes.tool(server.id, slug)).filter((path) => !pages.has(path)));
  none([...all.servers.keys()].map(routes.server).filter((path) => !pages.has(path)));
});

test('each server has its data and its policy beside its page', () => {
  const twins = [...all.servers.keys()].flatMap((id) => [routes.serverJson(id), routes.serverPolicy(id)]);
  none(twins.filter((path) => !known.has(path.slice(1))));
});

/** Whether every element of an XML text is closed, in its order. Its attributes hold no angle bracket. */
function isClosed(xml: string): boolean {
  const open: string[] = [];
  for (const [, end, name = '', alone] of xml.matchAll(/<(\/?)([a-z]+)[^<>]*?(\/?)>/g)) {
    if (end && open.pop() !== name) return false;
    if (!end && !alone) open.push(name);
  }
  return open.length === 0;
}

test('each server has a badge that is well-formed and asks for nothing', () => {
  const faults = [...all.servers.values()].flatMap((server) => {
    const svg = readFileSync(join(SITE, routes.serverBadge(server.id)), 'utf8');
    const title = `<title id="t">Callwarden: ${badgeText(server)}</title>`;
    const asks = /\b(href|src|style|class)=|url\(/.test(svg);
    return isClosed(svg) && svg.includes(title) && !asks ? [] : [`${server.id}: ${svg}`];
  });
  none(faults);
});

/** The faults of a Markdown twin: its heading, its tables, its policy. */
function markdownFaults({ id, tools }: ServerEntry): string[] {
  const text = readFileSync(join(SITE, routes.serverMarkdown(id)), 'utf8');
  const [, , json] = /^(`{3,})json\n([\s\S]*?)\n\1$/m.exec(text) ?? [];
  const rest = text.replace(json ?? '', '');
  const cells = rest
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split(/(?<!\\)\|/).length);
  return [
    ...(/^# \S/.test(text) && text.endsWith('\n') ? [] : [`${id} begins or ends wrongly`]),
    ...(/\bundefined\b|\[object/.test(rest) ? [`${id} shows a value that is missing`] : []),
    ...(`${json}\n` === readFileSync(join(SITE, routes.serverPolicy(id)), 'utf8')
      ? []
      : [`${id} shows another policy`]),
    // Five columns of tools and four of sources; a line of a table begins and ends with a bar.
    ...(cells.filter((count) => count === 7).length === tools.length + 2
      ? []
      : [`${id} has not a row for each tool`]),
    ...(cells.every((count) => count === 7 || count === 6) ? [] : [`${id} has a broken row`]),
  ];
}

test('each server has a Markdown twin with its policy and a row for each tool', () => {
  none([...all.servers.values()].flatMap(markdownFaults));
});

test('every internal link leads to a page or file, and its fragment to an element', () => {
  const targetOf = (href: string, from: string) => new URL(href, `https://site.example${from}`);
  const faults = [...pages.values()].flatMap((page) =>
    page.links.flatMap((href) => {
      const url = targetOf(href, page.path);
      if (url.hostname !== 'site.example') return [];
      const target = pages.get(decodeURI(url.pathname));
      const file = known.has(decodeURI(url.pathname).slice(1));
      if (!target && !file) return [`${page.path} links ${href}, which is not there`];
      const fragment = decodeURIComponent(url.hash.slice(1));
      return fragment && target && !target.ids.has(fragment)
        ? [`${page.path} links ${href}, where the fragments are ${[...target.ids].join(', ')}`]
        : [];
    }),
  );
  none(faults);
});

test('every title is there and stands on one page alone', () => {
  const byTitle = Map.groupBy(pages.values(), ({ title }) => title);
  none(
    [...byTitle]
      .filter(([title, same]) => !title || same.length > 1)
      .map(([title, [a, b]]) => `${title}: ${a?.path} ${b?.path}`),
  );
});

test('the sitemap lists every page that stands for itself, and nothing else', () => {
  const listed = new Set(
    files
      .filter((file) => /^sitemap-\d+\.xml$/.test(file))
      .flatMap((file) => [...readFileSync(join(SITE, file), 'utf8').matchAll(/<loc>([^<]*)<\/loc>/g)])
      .map(([, url]) => (url as string).slice(all.site.url.length)),
  );
  const guides = globSync('content/guides/*.mdx').map((file) => basename(file, '.mdx'));
  assert.equal(listed.size, new Set(allPaths(all, guides, database.attacks.keys())).size);
  none([...listed].filter((path) => !pages.has(path)));
});

test('every policy on a tool page parses', () => {
  none(
    toolPages.flatMap(({ path, code }) =>
      code.flatMap((text) => {
        const parsed = parsePolicy(text, re2);
        return parsed.ok ? [] : [`${path}: ${parsed.errors.map(({ message }) => message).join('; ')}`];
      }),
    ),
  );
  none(toolPages.filter(({ code }) => code.length === 0).map(({ path }) => `${path} shows no policy`));
});

test('every policy file of a server parses and lists each of its tools', () => {
  const faults = [...all.servers.values()].flatMap(({ id, tools }) => {
    const parsed = parsePolicy(readFileSync(join(SITE, routes.serverPolicy(id)), 'utf8'), re2);
    if (!parsed.ok) return [`${id}: ${parsed.errors.map(({ message }) => message).join('; ')}`];
    return tools.flatMap(({ tool }) =>
      Object.hasOwn(parsed.document.tools ?? {}, tool.name) ? [] : [`${id} lacks ${tool.name}`],
    );
  });
  none(faults);
});

test('every JSON-LD parses, and that of a tool has its six questions', () => {
  const graphs = (page: BuiltPage) =>
    page.jsonLd.map(
      (text) => JSON.parse(text) as { '@graph': { '@type': string; mainEntity?: unknown[] }[] },
    );
  for (const page of pages.values()) graphs(page);
  none(
    toolPages
      .filter(
        (page) =>
          graphs(page)[0]?.['@graph'].find((node) => node['@type'] === 'FAQPage')?.mainEntity?.length !== 6,
      )
      .map(({ path }) => path),
  );
});

test('a tool page keeps its budget of bytes', (t) => {
  const heaviest = toolPages.toSorted((a, b) => b.bytes - a.bytes);
  none(
    heaviest
      .filter(({ bytes }) => bytes > BUDGET.toolHtml)
      .map(({ path, bytes }) => `${path}: ${bytes} bytes`),
  );
  const weighed = heaviest.filter((_, index) => index < WEIGHED || index % WEIGHED === 0);
  const compressed = weighed.map(({ path }) => ({
    path,
    bytes: gzipSync(readFileSync(join(SITE, path, 'index.html'))).length,
  }));
  none(
    compressed
      .filter(({ bytes }) => bytes > BUDGET.toolGzip)
      .map(({ path, bytes }) => `${path}: ${bytes} bytes compressed`),
  );
  t.diagnostic(
    `heaviest tool page ${heaviest[0]?.bytes} bytes, compressed ${Math.max(...compressed.map(({ bytes }) => bytes))}`,
  );
});

test('every page has the one stylesheet, and only the two inline scripts of the layout', () => {
  const sheets = new Set([...pages.values()].flatMap(({ stylesheets }) => stylesheets));
  assert.equal(sheets.size, 1, [...sheets].join(', '));
  const inline = new Set([...pages.values()].flatMap((page) => page.inline));
  assert.equal(inline.size, 2, 'the theme and the start, the same on every page');
  const [sheet = ''] = sheets;
  assert.ok(statSync(join(SITE, sheet)).size <= BUDGET.stylesheet, `${sheet} is too large`);
});

test('the content policy names the inline scripts of the pages', () => {
  const headers = readFileSync(join(SITE, '_headers'), 'utf8');
  for (const page of pages.values())
    for (const script of page.inline)
      assert.ok(
        headers.includes(createHash('sha256').update(script).digest('base64')),
        `${page.path}: ${script}`,
      );
});

test('the scripts that a tool page loads before it is used are small', () => {
  const scripts = new Set(toolPages.flatMap((page) => page.scripts));
  const bytes = [...scripts].reduce((sum, script) => sum + statSync(join(SITE, script)).size, 0);
  assert.ok(bytes <= BUDGET.script, `${[...scripts].join(', ')}: ${bytes} bytes`);
});

test('the site keeps its budget of files', {
  skip: all.tools.length < 1000 && 'a small catalogue has its fixed pages',
}, (t) => {
  const share = files.length / all.tools.length;
  t.diagnostic(`${files.length} files, ${share.toFixed(3)} a tool`);
  assert.ok(share <= BUDGET.filesATool, `${share} files a tool`);
});

test('no page asks for anything from another site', () => {
  none(
    [...pages.values()].flatMap(({ path, scripts, stylesheets }) =>
      [...scripts, ...stylesheets]
        .filter((address) => /^https?:/.test(address))
        .map((address) => `${path}: ${address}`),
    ),
  );
});

test('the files that machines ask for are there', () => {
  none(
    ['robots.txt', 'sitemap.xml', 'llms.txt', '404.html', 'favicon.svg', 'og.png'].filter(
      (file) => !existsSync(join(SITE, file)),
    ),
  );
});
