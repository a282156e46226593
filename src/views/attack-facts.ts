import type { Attack } from '../model/attack.ts';
import { term } from './attack-words.ts';
import { link, type Text } from './text.ts';

/** One fact on record: a name and what is known. */
export interface FactView {
  term: string;
  text: Text;
}

const joined = (links: readonly Text[]): Text =>
  links.flatMap((text, index) => (index ? [', ', ...text] : text));

const cveLink = (id: string): Text => [link(id, `https://www.cve.org/CVERecord?id=${id}`)];
const ghsaLink = (id: string): Text => [link(id, `https://github.com/advisories/${id}`)];

const scoreText = ({ score, version, source }: Attack['cvss'][number]): Text => [
  `${score.toFixed(1)} (${version === 'unspecified' ? '' : `version ${version}, `}${source})`,
];

/** The dates, advisories and sources of an attack; what is not known has no line. */
export function factsOf(attack: Attack): FactView[] {
  const { disclosed, disclosedSourced, created, modified } = attack;
  const when = disclosedSourced ? disclosed : `${disclosed} (no source read here gives the date)`;
  const facts: [string, Text][] = [
    ['Disclosed', [when]],
    ['CVE', joined(attack.cves.map(cveLink))],
    ['GHSA', joined(attack.ghsas.map(ghsaLink))],
    ['CVSS', joined(attack.cvss.map(scoreText))],
    ['Severity by', [attack.severityBasis === 'cvss' ? 'the first CVSS score' : 'our judgement']],
    ['Sources', [term('evidences', attack.evidence).label]],
    ['This entry', [created === modified ? `written ${created}` : `written ${created}, changed ${modified}`]],
  ];
  return facts.filter(([, text]) => text.length > 0).map(([name, text]) => ({ term: name, text }));
}

/** What the reader must know of how sure an entry is. */
export const marksOf = (attack: Attack): string[] => [
  ...(attack.confidence === 'partial' ? [term('confidences', 'partial').meaning] : []),
  ...(attack.trace === 'none'
    ? []
    : [`${term('traces', attack.trace).label}: ${term('traces', attack.trace).meaning}`]),
];
