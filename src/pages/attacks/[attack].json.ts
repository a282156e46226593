import type { APIRoute, GetStaticPaths } from 'astro';
import { attackDatabase } from '../../attacks/database.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { attacks, proofs } = await attackDatabase();
  return [...attacks.values()].map(({ id, title }) => ({
    params: { attack: id },
    props: { id, title, proof: proofs.get(id) ?? null },
  }));
};

/** The proof of an attack as data; `proof` is null where there is none. */
export const GET: APIRoute = ({ props }) => new Response(JSON.stringify(props));
