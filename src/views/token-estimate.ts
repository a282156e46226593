import type { ServerEntry, ToolEntry } from '../catalogue/catalogue.ts';
import { number, plural } from './words.ts';

/** What a server's tool list takes of a model's context before the first call. */
export interface TokenEstimate {
  tokens: number;
  /** Of a context of `CONTEXT` tokens, 0 to 100, to one decimal. */
  percent: number;
  /** Two or three sentences: the number, how it was made, and what is missing in it. */
  says: string;
}

/**
 * Characters a token: the rule of thumb that makers of models give for English text. JSON takes rather fewer
 * characters a token, so the number is a low one.
 */
const CHARACTERS_A_TOKEN = 4;
/** The context of a common model, in tokens. */
const CONTEXT = 200_000;

/** A tool as `tools/list` of MCP answers it, as far as it is known. */
const listed = ({ tool: { name, title, description, inputSchema, annotations } }: ToolEntry) => ({
  name,
  title,
  description,
  inputSchema: inputSchema ?? { type: 'object' },
  annotations,
});

const charactersOf = (tools: readonly ToolEntry[]): number =>
  JSON.stringify({ tools: tools.map(listed) }).length;

/** A share to one decimal; one too small to show is `under 0.1 %`. */
const shareWords = (percent: number): string => (percent < 0.1 ? 'under 0.1 %' : `${percent} %`);

function missing(tools: readonly ToolEntry[]): string {
  const undescribed = tools.filter(({ tool }) => tool.description === undefined).length;
  const schemaless = tools.filter(({ tool }) => tool.inputSchema === undefined).length;
  const parts = [
    ...(undescribed === tools.length ? ['the authors’ descriptions'] : []),
    ...(undescribed && undescribed < tools.length ? [`${plural(undescribed, 'description')}`] : []),
    ...(schemaless ? [plural(schemaless, 'input schema', 'input schemas')] : []),
  ];
  return parts.length ? ` It is without ${parts.join(' and ')}, so the real list is longer.` : '';
}

/** Estimates the tokens of a server's tool list: its characters as JSON, divided by four. */
export function tokenEstimate({ tools }: Pick<ServerEntry, 'tools'>): TokenEstimate {
  const tokens = Math.ceil(charactersOf(tools) / CHARACTERS_A_TOKEN);
  const percent = Math.round((1000 * tokens) / CONTEXT) / 10;
  return {
    tokens,
    percent,
    says: `The tool list takes about ${plural(tokens, 'token')} of the context before the first call, ${shareWords(percent)} of ${number(CONTEXT)}. The estimate is the characters of the list as JSON divided by ${CHARACTERS_A_TOKEN}.${missing(tools)}`,
  };
}
