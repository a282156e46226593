import type { APIRoute, GetStaticPaths } from 'astro';
import type { ServerEntry } from '../../catalogue/catalogue.ts';
import { catalogue } from '../../catalogue/load.ts';
import { serverMarkdown } from '../../views/server-markdown.ts';
import { serverPage } from '../../views/server-page.ts';

export const getStaticPaths: GetStaticPaths = () =>
  [...catalogue().servers.values()].map((entry) => ({ params: { server: entry.id }, props: { entry } }));

export const GET: APIRoute<{ entry: ServerEntry }> = ({ props }) => {
  const all = catalogue();
  return new Response(serverMarkdown(serverPage(props.entry, all), all.site.url));
};
