import type { Chosen } from './facets.ts';
import { FACETS, perFacet } from './prepare.ts';

/** What a reader has typed and chosen; it stands in the address of the search page. */
export interface State {
  text: string;
  chosen: Chosen;
}

const TEXT = 'q';

/** The state that the query string of an address holds. */
export function stateOf(query: string): State {
  const params = new URLSearchParams(query);
  return { text: params.get(TEXT) ?? '', chosen: perFacet((facet) => params.getAll(facet)) };
}

/** The query string of a state, with its question mark; empty where nothing is typed or chosen. */
export function queryStringOf({ text, chosen }: State): string {
  const pairs = FACETS.flatMap((facet) => chosen[facet].map((id) => [facet, id]));
  const query = new URLSearchParams([...(text ? [[TEXT, text]] : []), ...pairs]).toString();
  return query && `?${query}`;
}
