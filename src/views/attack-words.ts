import { ATTACK_CATEGORIES, CONTROLS, TERMS } from '../attacks/taxonomy.ts';
import type { EnforcementPoint, Severity, Verdict } from '../model/attack.ts';
import { capabilityWords } from '../risk/capability-words.ts';
import { routes } from '../routes.ts';

/** Display order of the closed lists, as their words stand in the taxonomy. */
export const SEVERITIES = Object.keys(TERMS.severities) as Severity[];
export const VERDICTS = Object.keys(TERMS.verdicts) as Verdict[];
export const POINTS = Object.keys(TERMS.points) as EnforcementPoint[];

type Lists = typeof TERMS;
type ListName = Exclude<keyof Lists, '$schema'>;

/** The words for an id of a closed list; every id of the model has words, which the tests of the taxonomy hold. */
export const term = <Name extends ListName>(list: Name, id: string): Lists[Name][string] =>
  (TERMS[list] as Lists[Name])[id] as Lists[Name][string];

/** A link with its words. */
export interface WordLink {
  id: string;
  label: string;
  href: string;
}

export const categoryLink = (id: string): WordLink => ({
  id,
  label: ATTACK_CATEGORIES.get(id)?.label ?? id,
  href: routes.attackCategory(id),
});

export const signalLink = (id: string): WordLink => ({
  id,
  label: capabilityWords(id).label,
  href: routes.attackSignal(id),
});

export const controlLabel = (id: string): string => CONTROLS.get(id)?.label ?? id;

/** `A policy on tool calls stops this, in a proxy between the agent and its MCP servers.` */
export function verdictSentence(verdict: Verdict, point: EnforcementPoint): string {
  const { where } = term('points', point);
  return `${term('verdicts', verdict).sentence}${where ? `, ${where}` : ''}.`;
}
