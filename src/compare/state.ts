/** What is compared: tools with tools or servers with servers. */
export type Kind = 'tool' | 'server';

/** What a reader compares; it stands in the address: `?tool=github/create_issue&tool=…` or `?server=github&…`. */
export interface State {
  kind: Kind;
  /** `server/slug` of tools, ids of servers; each once, at most `MOST`. */
  keys: readonly string[];
}

/** More than this do not fit beside each other. */
export const MOST = 4;

const SERVER = /^[a-z0-9]+(?:[._-]+[a-z0-9]+)*$/;
const TOOL = /^([a-z0-9]+(?:[._-]+[a-z0-9]+)*)\/[^/\s]+$/;

const kept = (keys: readonly string[], shape: RegExp): string[] =>
  [...new Set(keys.filter((key) => shape.test(key)))].slice(0, MOST);

/** The state of an address; where both kinds stand in it, the tools. */
export function stateOf(query: string): State {
  const params = new URLSearchParams(query);
  const tools = kept(params.getAll('tool'), TOOL);
  return tools.length > 0
    ? { kind: 'tool', keys: tools }
    : { kind: 'server', keys: kept(params.getAll('server'), SERVER) };
}

/** The query string of a state, with its question mark; empty where nothing is compared. */
export const queryOf = ({ kind, keys }: State): string =>
  keys.length
    ? `?${keys.map((key) => `${kind}=${encodeURIComponent(key).replaceAll('%2F', '/')}`).join('&')}`
    : '';

/** What somebody typed or pasted: an id, `server/tool`, or the address of a page, of this site or a copy of it. */
export function subjectOf(typed: string): { kind: Kind; key: string } | undefined {
  const path = typed
    .trim()
    .replace(/^https?:\/\/[^/]*/, '')
    .replace(/[?#].*$/, '');
  const key = path
    .replace(/^.*\/(?:tools|servers)\//, '')
    .replace(/\.(?:json|md)$/, '')
    .replace(/\/+$/, '');
  if (TOOL.test(key)) return { kind: 'tool', key };
  return SERVER.test(key) ? { kind: 'server', key } : undefined;
}

/** Where the server of a key is told. */
export const serverOf = (key: string): string => key.split('/')[0] as string;

export type Added = { state: State } | { refused: string };

/** The state with one more; a state of the other kind, a full one and a double are refused with the reason. */
export function added(state: State, typed: string): Added {
  const subject = subjectOf(typed);
  if (!subject)
    return {
      refused: 'Choose a suggestion, or give the id of a server, “server/tool” or the address of a page.',
    };
  const { kind, key } = subject;
  if (state.keys.length && state.kind !== kind)
    return { refused: `These are ${state.kind}s, and “${key}” is a ${kind}. Remove them to begin anew.` };
  if (state.keys.includes(key)) return { refused: `“${key}” is already there.` };
  if (state.keys.length >= MOST)
    return { refused: `At most ${MOST} fit beside each other. Remove one first.` };
  return { state: { kind, keys: [...state.keys, key] } };
}

export const removed = (state: State, key: string): State => ({
  ...state,
  keys: state.keys.filter((each) => each !== key),
});
