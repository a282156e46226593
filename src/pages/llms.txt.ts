import type { APIRoute } from 'astro';
import { catalogue } from '../catalogue/load.ts';
import { llmsText } from '../views/llms-text.ts';

export const GET: APIRoute = () => new Response(llmsText(catalogue()));
