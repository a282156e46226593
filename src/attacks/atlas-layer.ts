import type { Attack } from '../model/attack.ts';
import { crosswalk } from './crosswalk.ts';
import type { ExportSite } from './export-site.ts';

/** A layer for the ATLAS Navigator (layer format 4.5): each technique scored by the number of attacks mapped to it. */
export function atlasLayer(attacks: Iterable<Attack>, site: ExportSite) {
  const atlas = crosswalk(attacks).find(({ id }) => id === 'atlas');
  const rows = atlas?.rows.filter((row) => row.attacks.length > 0) ?? [];
  return {
    name: `${site.name}: attacks on MCP servers and agents`,
    versions: { layer: '4.5', navigator: '5.1.0' },
    domain: 'atlas-atlas',
    description: `How many entries of ${site.listUrl} are mapped to each technique of ATLAS ${atlas?.version ?? ''}.`,
    techniques: rows.map(({ id, attacks: mapped }) => ({
      techniqueID: id,
      score: mapped.length,
      comment: mapped.map(({ attack }) => attack.title).join('\n'),
      links: mapped.map(({ attack }) => ({ label: attack.title, url: site.attackUrl(attack.id) })),
    })),
    gradient: {
      colors: ['#fff1e6', '#b3391f'],
      minValue: 0,
      maxValue: Math.max(1, ...rows.map((row) => row.attacks.length)),
    },
    legendItems: [],
    metadata: [{ name: 'atlas_data_version', value: atlas?.version ?? '' }],
  };
}
