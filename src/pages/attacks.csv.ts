import type { APIRoute } from 'astro';
import { attackDatabase } from '../attacks/database.ts';
import { attacksCsv } from '../attacks/export.ts';
import { catalogue } from '../catalogue/load.ts';
import { exportSite } from '../views/attack-exports.ts';

export const GET: APIRoute = async () => {
  const { attacks, runs } = await attackDatabase();
  return new Response(attacksCsv(attacks.values(), runs, exportSite(catalogue().site)));
};
