import type { APIRoute } from 'astro';
import { attackDatabase } from '../../attacks/database.ts';
import { attacksFeed } from '../../attacks/export.ts';
import { catalogue } from '../../catalogue/load.ts';
import { exportSite } from '../../views/attack-exports.ts';

export const GET: APIRoute = async () =>
  new Response(attacksFeed((await attackDatabase()).attacks.values(), exportSite(catalogue().site)));
