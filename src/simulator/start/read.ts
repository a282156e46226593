import { BOUNDS } from '../workspace.ts';
import { configuredServers } from './known-servers.ts';
import { readLog } from './log.ts';
import { failed, type Offers, offers } from './offer.ts';
import { isObject, own, readJsonText } from './plain-json.ts';

/** A kind of thing that a person can paste, and how it is told and read. What reads is loaded when needed. */
interface Kind {
  is(value: unknown): boolean;
  read(value: unknown, text: string): Promise<Offers>;
}

const isCallLine = (value: unknown): boolean =>
  isObject(value) && (own(value, 'method') === 'tools/call' || typeof own(value, 'tool') === 'string');

const KINDS: readonly Kind[] = [
  {
    is: (value) => Array.isArray(own(value, 'cases')),
    read: async (value) => (await import('./tests.ts')).readTests(value),
  },
  {
    is: (value) => isObject(own(value, 'proof')),
    read: async (value) => (await import('./attack.ts')).readAttack(value),
  },
  { is: isCallLine, read: async (_, text) => readLog(text.replaceAll('\n', ' ')) },
  {
    is: (value) => configuredServers(value) !== undefined && own(value, 'version') === undefined,
    read: async (value) => (await import('./tools-list.ts')).readClientConfig(value),
  },
  {
    is: (value) => typeof own(value, 'version') === 'string' && own(value, 'default') !== undefined,
    read: async (_, text) => offers([{ title: 'Your policy', about: 'A policy document.', policy: text }]),
  },
  {
    is: (value) =>
      Array.isArray(value) || own(value, 'tools') !== undefined || own(value, 'result') !== undefined,
    read: async (value) => (await import('./tools-list.ts')).readToolsList(value),
  },
];

const WHAT =
  'a tools/list result, an MCP client configuration, a log with one call a line, a policy, or a policy test file';

/** Reads a text that somebody pasted or opened, whatever of these it is. Nothing of it leaves the page. */
export async function readPaste(text: string): Promise<Offers> {
  if (text.length > BOUNDS.paste)
    return failed(
      `This is ${Math.ceil(text.length / 2 ** 20)} MB; at most ${BOUNDS.paste / 2 ** 20} MB can be read.`,
    );
  const trimmed = text.trim().replace(/^\uFEFF/, '');
  if (!trimmed) return failed(`There is nothing here. Paste ${WHAT}.`);
  const value = readJsonText(trimmed);
  if (value === undefined) {
    const first = readJsonText(trimmed.slice(0, trimmed.indexOf('\n')));
    return isObject(first) ? readLog(trimmed) : failed(`This is not JSON. Paste ${WHAT}.`);
  }
  const kind = KINDS.find(({ is }) => is(value));
  return kind ? kind.read(value, trimmed) : failed(`This is JSON, but not ${WHAT}.`);
}
