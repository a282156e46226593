import { type CrosswalkFramework, crosswalk } from '../attacks/crosswalk.ts';
import type { Attack } from '../model/attack.ts';
import { routes } from '../routes.ts';
import { term } from './attack-words.ts';
import type { Crumb } from './json-ld.ts';
import { plural } from './words.ts';

/** One framework with the attacks under each of its ids. */
export interface FrameworkPage {
  id: string;
  path: string;
  title: string;
  description: string;
  crumbs: Crumb[];
  label: string;
  version: string;
  source: string;
  licence: string;
  /** How many of its ids have an attack. */
  says: string;
  rows: {
    id: string;
    name: string;
    href: string;
    attacks: { title: string; href: string /** Whether a source gives the mapping. */; basis: string }[];
  }[];
}

const rowsOf = ({ rows }: CrosswalkFramework): FrameworkPage['rows'] =>
  rows.map(({ id, name, url, attacks }) => ({
    id,
    name,
    href: url,
    attacks: attacks.map(({ attack, basis }) => ({
      title: attack.title,
      href: routes.attack(attack.id),
      basis: basis === 'source' ? term('bases', basis).label.toLowerCase() : '',
    })),
  }));

/** The crosswalk: a page for each framework. */
export const frameworkPages = (attacks: Iterable<Attack>): FrameworkPage[] =>
  crosswalk(attacks).map((framework) => {
    const { id, label, version, url, licence, rows } = framework;
    const used = rows.filter((row) => row.attacks.length > 0).length;
    return {
      id,
      path: routes.framework(id),
      title: `${label}: attacks on MCP and agents by id`,
      description: `Attacks on MCP servers and agents by ${label} id: ${plural(used, 'id')} with attacks.`,
      crumbs: [
        { text: 'Home', href: routes.home },
        { text: 'Attacks', href: routes.attacks },
        { text: 'Crosswalk', href: routes.frameworks },
        { text: label, href: routes.framework(id) },
      ],
      label,
      version,
      source: url,
      licence,
      says: `${plural(used, 'id')} of ${plural(rows.length, 'listed one')} ${used === 1 ? 'has' : 'have'} an attack on record.`,
      rows: rowsOf(framework),
    };
  });
