import type { APIRoute } from 'astro';
import { attackDatabase } from '../../attacks/database.ts';
import { atlasLayer } from '../../attacks/export.ts';
import { catalogue } from '../../catalogue/load.ts';
import { exportSite } from '../../views/attack-exports.ts';

export const GET: APIRoute = async () => {
  const { attacks } = await attackDatabase();
  return new Response(JSON.stringify(atlasLayer(attacks.values(), exportSite(catalogue().site)), null, 2));
};
