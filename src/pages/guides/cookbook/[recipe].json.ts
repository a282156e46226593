import type { APIRoute, GetStaticPaths } from 'astro';
import { cookbook, recipeText } from '../../../components/guide/recipes.ts';

export const getStaticPaths: GetStaticPaths = () =>
  cookbook().chapters.flatMap(({ recipes }) => recipes.map(({ id }) => ({ params: { recipe: id } })));

/** A recipe of the cookbook as a policy test file: its policy, and the calls that show it. */
export const GET: APIRoute = ({ params }) => new Response(recipeText(params.recipe ?? ''));
