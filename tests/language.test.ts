import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attackDatabase } from '../src/attacks/database.ts';
import { catalogueOf, type ToolEntry } from '../src/catalogue/catalogue.ts';
import { validContent } from '../src/catalogue/load.ts';
import { exposures } from '../src/views/attack-exposure.ts';
import { frameworkPages } from '../src/views/attack-frameworks.ts';
import { verdictTexts } from '../src/views/attack-index.ts';
import { categoryLists, signalLists, verdictLists } from '../src/views/attack-lists.ts';
import { attackPage } from '../src/views/attack-page.ts';
import { relatedTools } from '../src/views/related.ts';
import { runView } from '../src/views/run-view.ts';
import { serverPage } from '../src/views/server-page.ts';
import { type Text, visible } from '../src/views/text.ts';
import { toolPage } from '../src/views/tool-page.ts';
import { serverNoun, theServer } from '../src/views/words.ts';

const all = catalogueOf(validContent());
const attacks = await attackDatabase();
const related = relatedTools(all);

/** Words that begin with a vowel's letter and not its sound: “a user”, “a one-time code”. */
const LIKE_CONSONANT = /^(uni(?!n[^i]|m)|us[aeu]|u[krtv]|ubi|eu|ewe|one|once)/i;
const LIKE_VOWEL = /^(hour|honest|honou?r|heir|8|11|18)/i;
/** Acronyms, which may be spelt out or spoken (“an MCP server”, “a MIDI track”), and words in quotes or code. */
const UNSURE =
  /^(\p{Lu}[\p{Lu}\d]|\p{Lu}\b|[Ff]\d|(npm|[Nn]map|nft|sms|sql|ssh|rss|x-ray|n8n|mcp|llms?|Xcode|nt(?:op|fy)|Nx|rqbit|h5ad|Mp3|html|mp[34])|[^\p{L}0-9])/u;

const soundsLikeVowel = (word: string) =>
  LIKE_VOWEL.test(word) || (/^[aeiou]/i.test(word) && !LIKE_CONSONANT.test(word));

const wrongArticle = (text: string): boolean =>
  [...text.matchAll(/\b(an?) (\S+)/g)].some(
    ([, article, word = '']) => !UNSURE.test(word) && (article === 'an') !== soundsLikeVowel(word),
  );

const matches = (pattern: RegExp) => (text: string) => pattern.test(text);

/** A fault of language, and what finds it. */
const FAULTS: { name: string; found: (text: string) => boolean }[] = [
  { name: 'a value that is missing', found: matches(/\b(undefined|NaN)\b|\[object/) },
  { name: 'two full stops', found: matches(/(?<!\.)\.\.(?!\.)/) },
  { name: 'a space before a mark', found: matches(/ [,.;:!?](\s|$)/) },
  { name: 'two spaces', found: matches(/ {2}/) },
  { name: 'a doubled word', found: matches(/(?<![-\p{L}])(\p{L}{2,}) \1(?![-\p{L}])/u) },
  { name: 'the wrong article', found: wrongArticle },
  { name: 'one of many', found: matches(/(?<![\d.,-])1 (tools|calls|servers|signals|parameters|copies)\b/) },
  { name: 'many of one', found: matches(/\b([02-9]|\d[\d,]*\d) (tool|call|server|signal|parameter|copy)\b/) },
  {
    name: 'a syntax that the format does not have',
    found: matches(/rate_limit\b|action: ?deny|reason field/i),
  },
];

/** A sentence with every name and value in it taken for one plain word. */
const plain = (text: Text): string =>
  text.map((part) => (typeof part === 'string' ? part : 'code' in part ? 'thing' : part.text)).join('');

/** Every sentence that a tool page makes itself. */
function* sentencesOf(entry: ToolEntry): Generator<[where: string, text: string]> {
  const page = toolPage(entry, all, attacks, related);
  yield ['description', page.description];
  for (const { question, answer } of page.faq) {
    yield ['question', plain(question)];
    yield ['answer', plain(answer)];
  }
  for (const view of [page.policy.recommended, page.policy.optIn])
    if (view) {
      yield ['allows', `It allows ${plain(view.allows)}`];
      yield ['denies', `It denies ${plain(view.denies)}`];
      yield ['why', plain(view.why)];
      for (const { call } of runView(view.run)) yield ['run', `${plain(call)}.`];
    }
  yield ['verdict', plain(page.evidence.verdict)];
  for (const { note } of page.evidence.rows) yield ['note', note];
  for (const text of page.evidence.contrast) yield ['contrast', text];
  for (const { hazard } of page.parameters.rows) if (hazard?.abuse) yield ['abuse', hazard.abuse];
}

/** Takes out what the catalogue itself wrote, so that only our words and how they join it are read. */
function ourWords(text: string, { server }: Pick<ToolEntry, 'server'>): string {
  const title = visible(server.server.title);
  return text
    .replaceAll(theServer(title), `the ${/\bserver$/i.test(theServer(title)) ? 'Title server' : 'Title'}`)
    .replaceAll(visible(server.server.package.name), 'package')
    .replaceAll('Microsoft 365', 'Microsoft')
    .replaceAll(/“[^”]*”|`[^`]*`/g, 'quoted');
}

function faultsIn(where: string, text: string, place: string): string[] {
  const faults = FAULTS.filter(({ found }) => found(text)).map(({ name }) => name);
  if (!/[.!?…]$/.test(text) && where !== 'title') faults.push('no mark at the end');
  return faults.map((name) => `${name} in the ${where} of ${place}: ${text}`);
}

test('every generated sentence of every tool page is right English', () => {
  const faults = all.tools.flatMap((entry) =>
    [...sentencesOf(entry)].flatMap(([where, text]) =>
      faultsIn(where, ourWords(text, entry), `${entry.server.id}/${entry.tool.name}`),
    ),
  );
  assert.equal(faults.length, 0, `${faults.length} faults, such as:\n${faults.slice(0, 20).join('\n')}`);
});

test('every generated sentence of every server page is right English', () => {
  const faults = [...all.servers.values()].flatMap((server) => {
    const page = serverPage(server, all);
    const place = { server };
    const told = page.combinations.flatMap(({ possible, contains, policy, roles }) => [
      possible,
      contains,
      policy,
      ...roles.map(({ does, more }) => `A tool that ${does}${more ? ` and ${more}` : ''}.`),
    ]);
    const texts = [page.description, plain(page.policy.says), page.policy.proof, page.tokens.says, ...told];
    return texts.flatMap((text) => faultsIn('text', ourWords(text, place), server.id));
  });
  assert.equal(faults.length, 0, `${faults.length} faults, such as:\n${faults.slice(0, 20).join('\n')}`);
});

/** Every sentence that the pages of attacks make themselves. */
function* attackSentences(): Generator<[place: string, text: string]> {
  const exposed = exposures(all, attacks);
  for (const attack of attacks.attacks.values()) {
    const page = attackPage(attack, attacks, all, exposed.get(attack.id));
    yield [page.path, page.description];
    yield [page.path, page.verdict.says];
    yield [page.path, page.verdict.proof];
    yield [page.path, page.exposure];
    for (const mark of page.marks) yield [page.path, mark];
    for (const { sequences } of page.proof?.kinds ?? [])
      for (const { result } of sequences) yield [page.path, result];
  }
  for (const list of [...categoryLists(attacks), ...signalLists(attacks), ...verdictLists(attacks)]) {
    yield [list.path, list.description];
    yield [list.path, list.says];
  }
  for (const page of frameworkPages(attacks.attacks.values())) {
    yield [page.path, page.description];
    yield [page.path, page.says];
  }
  for (const text of verdictTexts(attacks)) yield ['/attacks/', plain(text)];
}

test('every generated sentence of every attack page is right English', () => {
  const faults = [...attackSentences()].flatMap(([place, text]) =>
    faultsIn('text', text.replaceAll(/“[^”]*”|`[^`]*`|"[^"]*"/g, 'quoted'), place),
  );
  assert.equal(faults.length, 0, `${faults.length} faults, such as:\n${faults.slice(0, 20).join('\n')}`);
});

test('no server is called a server twice, and no MCP an MCP twice', () => {
  const faults = [...all.servers.values()]
    .filter(({ server }) => serverNoun(server.title) !== server.title)
    .map(({ server }) => theServer(visible(server.title)))
    .filter((noun) => /\bserver (mcp )?server\b|\bmcp mcp\b|^the the\b/i.test(noun));
  assert.deepEqual(faults, []);
});
