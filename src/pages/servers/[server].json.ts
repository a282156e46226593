import type { APIRoute, GetStaticPaths } from 'astro';
import type { ServerEntry } from '../../catalogue/catalogue.ts';
import { catalogue } from '../../catalogue/load.ts';
import { serverJson } from '../../views/server-json.ts';

export const getStaticPaths: GetStaticPaths = () =>
  [...catalogue().servers.values()].map((entry) => ({ params: { server: entry.id }, props: { entry } }));

export const GET: APIRoute<{ entry: ServerEntry }> = ({ props }) =>
  new Response(serverJson(props.entry, catalogue()));
