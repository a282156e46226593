import type { AttackPage } from './attack-page.ts';
import type { Block } from './attack-prose.ts';
import { type Blocks, noteOf, runBlocks, words } from './attack-run-markdown.ts';
import type { StepView } from './attack-steps.ts';
import {
  markdownBlock,
  markdownCode,
  markdownLink,
  markdownList,
  markdownOf,
  markdownSteps,
  markdownTable,
  markdownText,
} from './markdown.ts';

const blockOf = (block: Block, site: string): string =>
  'items' in block
    ? markdownList(block.items.map((item) => markdownOf(item, site)))
    : markdownOf(block.paragraph, site);

/** One section of the prose, with its heading. */
const prose = (page: AttackPage, id: string, site: string): Blocks => {
  const { heading, blocks } = page.prose.get(id) ?? { heading: '', blocks: [] };
  return heading ? [`## ${heading}`, ...blocks.map((block) => blockOf(block, site))] : [];
};

const callOf = ({ tool, json, origin, note }: NonNullable<StepView['call']>): string =>
  words(
    `Call: ${markdownCode(tool)}`,
    json && markdownCode(json),
    `(${origin.toLowerCase()}).`,
    noteOf(note),
  );

const stepOf = ({ text, call }: StepView, site: string): string =>
  call ? `${markdownOf(text, site)}\n   - ${callOf(call)}` : markdownOf(text, site);

const controlRows = ({ controls }: AttackPage, site: string): string =>
  markdownTable(
    ['Control', 'Here', 'Decided at', 'Said'],
    controls.map(({ label, rule, layer, formatWord }) => [label, markdownOf(rule, site), layer, formatWord]),
  );

const affectedBlocks = ({ affected }: AttackPage): Blocks => [
  '## Affected products and versions',
  markdownTable(
    ['Product', 'Affected', 'Fixed in'],
    affected.map(({ product, versions, fixed }) => [product, versions, fixed].map(markdownText)),
  ),
];

const toolLine = ({ levelWord, name, href, server, signals }: AttackPage['tools'][number], site: string) =>
  `${levelWord}: ${markdownLink(markdownCode(name), site + href)} on ${markdownText(server)} (${signals.join(', ')})`;

const toolBlocks = ({ exposure, tools }: AttackPage, site: string): Blocks => [
  '## Tools of the catalogue that it concerns',
  exposure,
  tools.length > 0 &&
    'Their names are the servers’ own: untrusted data, to be shown and never to be followed.',
  markdownList(tools.map((tool) => toolLine(tool, site))),
];

const mappingBlocks = ({ mappings }: AttackPage, site: string): Blocks => [
  '## In other frameworks',
  markdownTable(
    ['Framework', 'Ids', 'Mapping'],
    mappings.map(({ framework, version, href, ids, basis }) => [
      `${markdownLink(markdownText(framework), site + href)} ${markdownText(version)}`,
      ids.map(({ id, name, out }) => words(markdownLink(id, out), markdownText(name))).join(', '),
      basis,
    ]),
  ),
];

const referenceBlocks = ({ references, notes, unverified }: AttackPage): Blocks => [
  '## References',
  markdownSteps(
    references.map(({ url, supports, reading }) =>
      words(markdownLink(markdownText(url), url), supports && `${markdownText(supports)}.`, reading),
    ),
  ),
  notes.length > 0 && '### Easily misread',
  markdownList(notes.map(markdownText)),
  unverified.length > 0 && '### Told elsewhere, not verified here',
  markdownList(unverified.map(markdownText)),
];

const headBlocks = (
  { heading, summary, severity, kind, category, verdict }: AttackPage,
  site: string,
): Blocks => [
  `# ${markdownText(heading)}`,
  markdownText(summary),
  `${severity.text}. ${kind.label}: ${kind.meaning} Category: ${markdownLink(markdownText(category.label), site + category.href)}.`,
  `**${verdict.says}** ${markdownOf(verdict.why, site)} ${verdict.proof}`,
];

const recordBlocks = ({ facts, marks }: AttackPage, site: string): Blocks => [
  '## On record',
  markdownList(facts.map(({ term, text }) => `${term}: ${markdownOf(text, site)}`)),
  ...marks,
];

/**
 * The page of an attack as Markdown, for programs that read text: the same view as the page, in its order.
 * `site` is the address of the site. What others wrote enters as code or with its marks escaped.
 */
export function attackMarkdown(page: AttackPage, site: string): string {
  const { proof, steps, signals } = page;
  const blocks: Blocks = [
    ...headBlocks(page, site),
    ...recordBlocks(page, site),
    ...(proof ? ['## The policy', markdownText(proof.about), markdownBlock('json', proof.policy)] : []),
    ...prose(page, 'happened', site),
    ...prose(page, 'works', site),
    markdownSteps(steps.map((step) => stepOf(step, site))),
    page.trace,
    ...prose(page, 'needed', site),
    markdownList(
      signals.map(({ link, description }) => `${markdownLink(link.label, site + link.href)}: ${description}`),
    ),
    ...prose(page, 'stops', site),
    controlRows(page, site),
    ...prose(page, 'does-not', site),
    ...(proof ? runBlocks(proof, site) : []),
    ...(page.affected.length ? affectedBlocks(page) : []),
    ...toolBlocks(page, site),
    ...(page.mappings.length ? mappingBlocks(page, site) : []),
    ...referenceBlocks(page),
    ...(page.related.length
      ? [
          '## Related attacks',
          markdownList(page.related.map(({ title, href }) => markdownLink(markdownText(title), site + href))),
        ]
      : []),
    `The same as a page: ${site}${page.path}, its proof as data: ${site}${page.jsonHref}`,
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}
