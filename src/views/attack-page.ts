import type { ProvedDatabase } from '../attacks/database.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Attack, Reference, Severity, Verdict } from '../model/attack.ts';
import { capabilityWords } from '../risk/capability-words.ts';
import { routes } from '../routes.ts';
import { type ControlView, controlsOf } from './attack-controls.ts';
import { type ExposedLink, type ExposureView, exposures } from './attack-exposure.ts';
import { type FactView, factsOf, marksOf } from './attack-facts.ts';
import { type MappingView, mappingsOf } from './attack-mappings.ts';
import { type ProofView, proofView } from './attack-proof.ts';
import { type Block, blocksOf, textOf } from './attack-prose.ts';
import { type AttackRow, attackRow } from './attack-row.ts';
import { type StepView, stepView } from './attack-steps.ts';
import { categoryLink, signalLink, term, verdictSentence, type WordLink } from './attack-words.ts';
import { type Crumb, jsonLd } from './json-ld.ts';
import type { Text } from './text.ts';
import { plural } from './words.ts';

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
  facts: FactView[];
  proof: ProofView | undefined;
  steps: StepView[];
  trace: string;
  prose: ReadonlyMap<string, { heading: string; blocks: Block[] }>;
  signals: { link: WordLink; description: string }[];
  controls: ControlView[];
  affected: { product: string; versions: string; fixed: string }[];
  mappings: MappingView[];
  references: (Pick<Reference, 'url'> & { supports: string | undefined; reading: string })[];
  unverified: string[];
  notes: string[];
  related: AttackRow[];
  /** How many tools it concerns, as a sentence or two. */
  exposure: string;
  tools: ExposedLink[];
  jsonHref: string;
  markdownHref: string;
}

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

function signalView(signal: string): AttackPage['signals'][number] {
  const { description, hidden } = capabilityWords(signal);
  const unseen = hidden === undefined ? '' : ' It depends on the server, so no tool shows it.';
  return { link: signalLink(signal), description: description + unseen };
}

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
    signals: attack.signals.map(signalView),
    controls: controlsOf(attack),
    affected: attack.affected.map(({ product, versions, fixed }) => ({
      product,
      versions: versions ?? 'no source says',
      fixed: fixed ?? 'none known',
    })),
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
    markdownHref: routes.attackMarkdown(id),
  };
}

const built = new WeakMap<Catalogue, ReadonlyMap<string, AttackPage>>();

const pagesOf = (catalogue: Catalogue, database: ProvedDatabase): ReadonlyMap<string, AttackPage> => {
  const exposed = exposures(catalogue, database);
  return new Map(
    [...database.attacks].map(([id, attack]) => [
      id,
      attackPage(attack, database, catalogue, exposed.get(id)),
    ]),
  );
};

/** The pages of all attacks by id, built once: HTML and Markdown are renderings of the same. */
export function attackPages(catalogue: Catalogue, database: ProvedDatabase): ReadonlyMap<string, AttackPage> {
  const pages = built.get(catalogue) ?? pagesOf(catalogue, database);
  built.set(catalogue, pages);
  return pages;
}
