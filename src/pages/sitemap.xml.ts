import type { APIRoute } from 'astro';
import { catalogue } from '../catalogue/load.ts';
import { allPaths } from '../views/all-paths.ts';
import { SITEMAP_MAX, sitemapIndex } from '../views/sitemap.ts';

export const GET: APIRoute = () => {
  const { site } = catalogue();
  const files = Math.ceil(allPaths(catalogue()).length / SITEMAP_MAX);
  return new Response(
    sitemapIndex([...Array(files).keys()].map((index) => `${site.url}/sitemap-${index + 1}.xml`)),
  );
};
