import type { APIRoute, GetStaticPaths } from 'astro';
import { attackDatabase } from '../attacks/database.ts';
import { catalogue } from '../catalogue/load.ts';
import { GUIDE_IDS } from '../components/guide/guides.ts';
import { allPaths } from '../views/all-paths.ts';
import { SITEMAP_MAX, sitemap } from '../views/sitemap.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { attacks } = await attackDatabase();
  const urls = allPaths(catalogue(), GUIDE_IDS, attacks.keys()).map((path) => catalogue().site.url + path);
  return [...Array(Math.ceil(urls.length / SITEMAP_MAX)).keys()].map((index) => ({
    params: { part: String(index + 1) },
    props: { urls: urls.slice(index * SITEMAP_MAX, (index + 1) * SITEMAP_MAX) },
  }));
};

export const GET: APIRoute<{ urls: string[] }> = ({ props }) => new Response(sitemap(props.urls));
