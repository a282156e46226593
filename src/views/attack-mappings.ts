import { FRAMEWORKS } from '../attacks/taxonomy.ts';
import type { Attack, FrameworkId } from '../model/attack.ts';
import { routes } from '../routes.ts';
import { term } from './attack-words.ts';

/** The ids of one framework that an attack is mapped to. */
export interface MappingView {
  framework: string;
  version: string;
  href: string;
  basis: string;
  ids: { id: string; name: string; href: string; out: string }[];
}

function mappingView(
  id: FrameworkId,
  { basis, ids }: NonNullable<Attack['mappings'][FrameworkId]>,
): MappingView {
  const framework = FRAMEWORKS[id];
  return {
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
  };
}

/** The mappings of an attack; a framework of which no id fits is left out. */
export const mappingsOf = ({ mappings }: Attack): MappingView[] =>
  Object.entries(mappings)
    .filter(([, { ids }]) => ids.length > 0)
    .map(([id, mapping]) => mappingView(id as FrameworkId, mapping));
