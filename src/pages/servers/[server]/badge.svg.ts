import type { APIRoute, GetStaticPaths } from 'astro';
import type { ServerEntry } from '../../../catalogue/catalogue.ts';
import { catalogue } from '../../../catalogue/load.ts';
import { badgeSvg } from '../../../views/badge.ts';

export const getStaticPaths: GetStaticPaths = () =>
  [...catalogue().servers.values()].map((entry) => ({ params: { server: entry.id }, props: { entry } }));

export const GET: APIRoute<{ entry: ServerEntry }> = ({ props }) => new Response(badgeSvg(props.entry));
