import type { APIRoute, GetStaticPaths } from 'astro';
import { attackDatabase } from '../../attacks/database.ts';
import { catalogue } from '../../catalogue/load.ts';
import { attackMarkdown } from '../../views/attack-markdown.ts';
import { type AttackPage, attackPages } from '../../views/attack-page.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  [...attackPages(catalogue(), await attackDatabase())].map(([attack, page]) => ({
    params: { attack },
    props: { page },
  }));

export const GET: APIRoute<{ page: AttackPage }> = ({ props }) =>
  new Response(attackMarkdown(props.page, catalogue().site.url));
