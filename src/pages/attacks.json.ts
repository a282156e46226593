import type { APIRoute } from 'astro';
import { attackDatabase } from '../attacks/database.ts';
import { attacksJson } from '../attacks/export.ts';
import { catalogue } from '../catalogue/load.ts';
import { routes } from '../routes.ts';
import { exportSite } from '../views/attack-exports.ts';

export const GET: APIRoute = async () => {
  const { attacks, runs } = await attackDatabase();
  const { site } = catalogue();
  return new Response(
    JSON.stringify({
      $schema: site.url + routes.schema('attacks'),
      ...attacksJson(attacks.values(), runs, exportSite(site)),
    }),
  );
};
