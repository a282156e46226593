import type { ProvedDatabase } from '../attacks/database.ts';
import { CONTROLS, FRAMEWORKS } from '../attacks/taxonomy.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Attack, FrameworkId, Reference, Severity, Verdict } from '../model/attack.ts';
import { capabilityWords } from '../risk/capability-words.ts';
import { routes } from '../routes.ts';
import { argsText } from './attack-args.ts';
import type { ExposedLink, ExposureView } from './attack-exposure.ts';
import { type Block, blocksOf, textOf } from './attack-markdown.ts';
import { type ProofView, proofView } from './attack-proof.ts';
import { type AttackRow, attackRow } from './attack-row.ts';
import {
  categoryLink,
  controlLabel,
  signalLink,
  term,
  verdictSentence,
  type WordLink,
} from './attack-words.ts';
import { type Crumb, jsonLd } from './json-ld.ts';

import { link, type Text } from './text.ts';
import { plural } from './words.ts';

/** One step of the attack; with the call where the step is one. */
export interface StepView {
  text: Text;
  call: { tool: string; json: string; origin: string; note: string | undefined } | undefined;
}

export interface MappingView {
  framework: string;
  version: string;
  href: string;
  basis: string;
  ids: { id: string; name: string; href: string; out: string }[];
}

/** All that the page of an attack says. */
export interface AttackPage {
  path: string;
  title: string;
  description: string;
  crumbs: Crumb[];
  jsonLd: object;
  heading: string;
  summary: string;
  severity: { id: Severity; text: string };
  kind: { label: string; meaning: string };
  category: WordLink;
  verdict: { id: Verdict; says: string; why: Text; proof: string };
  /** What the reader must know of how sure the entry is. */
  marks: string[];
  facts: { term: string; text: Text }[];
  proof: ProofView | undefined;
  steps: StepView[];
  trace: string;
  prose: ReadonlyMap<string, { heading: string; blocks: Block[] }>;
  signals: { link: WordLink; description: string; hidden: boolean }[];
  controls: { label: string; layer: string; format: string; formatWord: string; rule: Text }[];
  affected: Attack['affected'];
  mappings: MappingView[];
  references: (Pick<Reference, 'url'> & { supports: string | undefined; reading: string })[];
  unverified: string[];
  notes: string[];
  related: AttackRow[];
  /** How many tools it concerns, as a sentence or two. */
  exposure: string;
  tools: ExposedLink[];
  jsonHref: string;
}

const stepView = ({ text, call }: Attack['flow'][number]): StepView => ({
  text: textOf(text),
  call: call && {
    tool: call.tool,
    json: argsText(call.args),
    origin: term('origins', call.origin).label,
    note: call.note,
  },
});

const joined = (links: readonly Text[]): Text =>
  links.flatMap((text, index) => (index ? [', ', ...text] : text));

function factsOf({
  disclosed,
  cves,
  ghsas,
  cvss,
  created,
  modified,
  ...attack
}: Attack): AttackPage['facts'] {
  const when = attack.disclosedSourced ? disclosed : `${disclosed} (no source read here gives the date)`;
  const facts: [string, Text][] = [
    ['Disclosed', [when]],
    ['CVE', joined(cves.map((id) => [link(id, `https://www.cve.org/CVERecord?id=${id}`)]))],
    ['GHSA', joined(ghsas.map((id) => [link(id, `https://github.com/advisories/${id}`)]))],
    [
      'CVSS',
      joined(
        cvss.map(({ score, version, source }) => [
          `${score.toFixed(1)} (${version === 'unspecified' ? '' : `version ${version}, `}${source})`,
        ]),
      ),
    ],
    ['Severity by', [attack.severityBasis === 'cvss' ? 'the first CVSS score' : 'our judgement']],
    ['Sources', [term('evidences', attack.evidence).label]],
    ['This entry', [created === modified ? `written ${created}` : `written ${created}, changed ${modified}`]],
  ];
  return facts.filter(([, text]) => text.length > 0).map(([name, text]) => ({ term: name, text }));
}

const mappingsOf = (attack: Attack): MappingView[] =>
  Object.entries(attack.mappings).flatMap(([id, { basis, ids }]) => {
    const framework = FRAMEWORKS[id as FrameworkId];
    if (ids.length === 0) return [];
    return [
      {
        framework: framework.label,
        version: framework.version,
        href: routes.framework(id),
        basis: term('bases', basis).label,
        ids: ids.map((each) => ({
          id: each,
          name: framework.ids[each]?.name ?? '',
          href: `${routes.framework(id)}#${each}`,
          out: framework.ids[each]?.url ?? framework.url,
        })),
      },
    ];
  });

const controlsOf = ({ policy }: Attack): AttackPage['controls'] =>
  policy.controls.map(({ control, layer, rule }) => {
    const format = CONTROLS.get(control)?.format ?? 'no';
    return {
      label: controlLabel(control),
      layer: term('layers', layer).label,
      format,
      formatWord: term('formats', format).label,
      rule: textOf(rule),
    };
  });

/** How far the verdict is shown, as a sentence. */
function proofSays(attack: Attack, proof: ProofView | undefined): string {
  if (proof) return proof.says;
  if (attack.policy.verdict === 'does-not-stop')
    return 'There is no policy to prove: what helps stands below.';
  return 'Nothing was run for it: its calls are not known well enough to write a policy for them.';
}

function exposureSays(exposure: ExposureView | undefined): string {
  if (!exposure) return 'No tool of the catalogue shows a capability that it makes use of.';
  const { count, tools } = exposure;
  const fit = count > tools.length ? ' These fit best, one of each server first.' : '';
  return `${plural(count, 'tool')} of the catalogue ${count === 1 ? 'shows' : 'show'} a capability that it makes use of.${fit} That a tool stands here does not say that it has a flaw.`;
}

const marksOf = (attack: Attack): string[] => [
  ...(attack.confidence === 'partial' ? [term('confidences', 'partial').meaning] : []),
  ...(attack.trace === 'none'
    ? []
    : [`${term('traces', attack.trace).label}: ${term('traces', attack.trace).meaning}`]),
];

const crumbsOf = ({ id, title, category }: Attack): Crumb[] => {
  const { label, href } = categoryLink(category);
  return [
    { text: 'Home', href: routes.home },
    { text: 'Attacks', href: routes.attacks },
    { text: label, href },
    { text: title, href: routes.attack(id) },
  ];
};

/** Builds the page of one attack. */
export function attackPage(
  attack: Attack,
  { attacks, proofs, runs }: ProvedDatabase,
  catalogue: Catalogue,
  exposure: ExposureView | undefined,
): AttackPage {
  const { id, title, summary, policy, severity } = attack;
  const [proof, run] = [proofs.get(id), runs.get(id)];
  const view = proof && run && proofView(proof, run, (server) => catalogue.servers.has(server));
  const says = verdictSentence(policy.verdict, policy.point);
  const crumbs = crumbsOf(attack);
  return {
    path: routes.attack(id),
    title: `${title}: ${term('severities', severity).label.toLowerCase()}, ${term('verdicts', policy.verdict).short.toLowerCase()}`,
    description: `${summary} ${says}`,
    crumbs,
    jsonLd: jsonLd(catalogue.site.url, crumbs),
    heading: title,
    summary,
    severity: { id: severity, text: `${term('severities', severity).label} severity` },
    kind: term('kinds', attack.kind),
    category: categoryLink(attack.category),
    verdict: { id: policy.verdict, says, why: textOf(policy.why), proof: proofSays(attack, view) },
    marks: marksOf(attack),
    facts: factsOf(attack),
    proof: view,
    steps: attack.flow.map(stepView),
    trace: term('traces', attack.trace).meaning,
    prose: new Map(
      attack.sections.map((section) => [
        section.id,
        { heading: section.heading, blocks: blocksOf(section.markdown) },
      ]),
    ),
    signals: attack.signals.map((signal) => ({
      link: signalLink(signal),
      description: capabilityWords(signal).description,
      hidden: capabilityWords(signal).hidden !== undefined,
    })),
    controls: controlsOf(attack),
    affected: attack.affected,
    mappings: mappingsOf(attack),
    references: attack.references.map(({ url, supports, reading }) => ({
      url,
      supports,
      reading: term('readings', reading).meaning,
    })),
    unverified: attack.unverified,
    notes: attack.notes,
    related: attack.related.flatMap((other) => attacks.get(other) ?? []).map(attackRow),
    exposure: exposureSays(exposure),
    tools: exposure?.tools ?? [],
    jsonHref: routes.attackJson(id),
  };
}
