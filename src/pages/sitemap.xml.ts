import type { APIRoute } from 'astro';
import { attackDatabase } from '../attacks/database.ts';
import { catalogue } from '../catalogue/load.ts';
import { GUIDE_IDS } from '../components/guide/guides.ts';
import { allPaths } from '../views/all-paths.ts';
import { SITEMAP_MAX, sitemapIndex } from '../views/sitemap.ts';

export const GET: APIRoute = async () => {
  const { attacks } = await attackDatabase();
  const { site } = catalogue();
  const files = Math.ceil(allPaths(catalogue(), GUIDE_IDS, attacks.keys()).length / SITEMAP_MAX);
  return new Response(
    sitemapIndex([...Array(files).keys()].map((index) => `${site.url}/sitemap-${index + 1}.xml`)),
  );
};
