import type { ProvedDatabase } from '../attacks/database.ts';
import { ATTACK_CATEGORIES, CONTROLS } from '../attacks/taxonomy.ts';
import type { Attack } from '../model/attack.ts';
import { CAPABILITIES } from '../risk/capability-words.ts';
import { routes } from '../routes.ts';
import { type AttackRow, attackRows } from './attack-row.ts';
import {
  controlLabel,
  POINTS,
  SEVERITIES,
  signalLink,
  term,
  VERDICTS,
  type WordLink,
} from './attack-words.ts';
import type { Crumb } from './json-ld.ts';
import { list, number, plural } from './words.ts';

/** The attacks of a list that have one word in common, under it. */
export interface AttackGroup {
  id: string;
  heading: string;
  note: string;
  rows: AttackRow[];
}

/** A control with how often the attacks of a list name it. */
export interface ControlCount {
  id: string;
  label: string;
  meaning: string;
  /** How far a policy can say it: `yes`, `partly` or `no`, and the word for it. */
  format: string;
  formatWord: string;
  count: number;
}

/** A page with some of the attacks, in groups. */
export interface AttackList {
  id: string;
  path: string;
  title: string;
  heading: string;
  lead: string;
  description: string;
  crumbs: Crumb[];
  says: string;
  groups: AttackGroup[];
  /** What helps against them, the most often named first. */
  controls: ControlCount[];
  /** What their tools can do, the most frequent first. */
  signals: (WordLink & { count: number })[];
}

const MOST_CONTROLS = 8;
const MOST_SIGNALS = 8;

/** The ids by how many attacks have them; of equals, the first seen first. */
function frequent(ids: readonly string[], most: number): { id: string; count: number }[] {
  return [...Map.groupBy(ids, (id) => id)]
    .map(([id, same]) => ({ id, count: same.length }))
    .sort((a, b) => b.count - a.count)
    .slice(0, most);
}

const controlsOf = (attacks: readonly Attack[]): ControlCount[] =>
  frequent(
    attacks.flatMap(({ policy }) => [...new Set(policy.controls.map(({ control }) => control))]),
    MOST_CONTROLS,
  ).map(({ id, count }) => {
    const format = CONTROLS.get(id)?.format ?? 'no';
    return {
      id,
      count,
      label: controlLabel(id),
      meaning: CONTROLS.get(id)?.meaning ?? '',
      format,
      formatWord: term('formats', format).label,
    };
  });

const groupsBy = (
  attacks: readonly Attack[],
  words: 'severities' | 'verdicts' | 'points',
  ids: readonly string[],
  idOf: (attack: Attack) => string,
): AttackGroup[] =>
  ids.flatMap((id) => {
    const members = attacks.filter((attack) => idOf(attack) === id);
    const { label, meaning } = term(words, id);
    return members.length ? [{ id, heading: label, note: meaning, rows: attackRows(members) }] : [];
  });

/** `a policy stops 3, limits 2 and does not stop 4`; what there is none of is left out. */
export function verdictCounts(attacks: readonly Attack[]): string {
  const verb = { stops: 'stops', limits: 'limits', 'does-not-stop': 'does not stop' };
  const parts = VERDICTS.flatMap((verdict) => {
    const count = attacks.filter(({ policy }) => policy.verdict === verdict).length;
    return count ? [`${verb[verdict]} ${number(count)}`] : [];
  });
  return `a policy ${list(parts)}`;
}

const saysOf = (attacks: readonly Attack[]) =>
  attacks.length ? `${plural(attacks.length, 'attack')}: ${verdictCounts(attacks)}.` : 'No attack yet.';

function attackList(
  attacks: readonly Attack[],
  words: Pick<AttackList, 'id' | 'path' | 'title' | 'heading' | 'lead'>,
  groups: AttackGroup[],
): AttackList {
  const says = saysOf(attacks);
  return {
    ...words,
    description: `${words.lead} ${says}`,
    crumbs: [
      { text: 'Home', href: routes.home },
      { text: 'Attacks', href: routes.attacks },
      { text: words.heading, href: words.path },
    ],
    says,
    groups,
    controls: controlsOf(attacks),
    signals: frequent(
      attacks.flatMap(({ signals }) => signals),
      MOST_SIGNALS,
    ).map(({ id, count }) => ({ ...signalLink(id), count })),
  };
}

type Database = Pick<ProvedDatabase, 'attacks'>;

/** The attacks of each category, by severity. */
export const categoryLists = ({ attacks }: Database): AttackList[] =>
  [...ATTACK_CATEGORIES].map(([id, { label, meaning }]) => {
    const members = [...attacks.values()].filter(({ category }) => category === id);
    return attackList(
      members,
      {
        id,
        path: routes.attackCategory(id),
        title: `${label}: attacks on MCP and agents`,
        heading: label,
        lead: meaning,
      },
      groupsBy(members, 'severities', SEVERITIES, ({ severity }) => severity),
    );
  });

/** The attacks that make use of each capability, by what a policy does. */
export const signalLists = ({ attacks }: Database): AttackList[] =>
  CAPABILITIES.map(({ id, label, description }) => {
    const members = [...attacks.values()].filter(({ signals }) => signals.includes(id));
    const title = `${label}: what such tools are exposed to`;
    return attackList(
      members,
      { id, path: routes.attackSignal(id), title, heading: label, lead: description },
      groupsBy(members, 'verdicts', VERDICTS, ({ policy }) => policy.verdict),
    );
  });

/** The attacks of each verdict, by where a policy has to stand. */
export const verdictLists = ({ attacks }: Database): AttackList[] =>
  VERDICTS.map((id) => {
    const members = [...attacks.values()].filter(({ policy }) => policy.verdict === id);
    const { label, meaning } = term('verdicts', id);
    return attackList(
      members,
      { id, path: routes.attackVerdict(id), title: `${label}: attacks`, heading: label, lead: meaning },
      groupsBy(members, 'points', POINTS, ({ policy }) => policy.point),
    );
  });
