import type { APIRoute } from 'astro';
import { catalogue } from '../catalogue/load.ts';

export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\nSitemap: ${catalogue().site.url}/sitemap.xml\n`);
