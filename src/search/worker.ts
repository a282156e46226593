import { prepare } from './prepare.ts';
import { DATA, RECORDS, type Records } from './records.ts';
import { type Question, session } from './session.ts';
import { NO_TEXT, openText } from './text.ts';

/** Answers the questions of a page in a thread of its own, so that typing and scrolling never wait. */

/** Between two keys of a quick typist; the sentences are searched when no key follows. */
const PAUSE = 120;

async function loadRecords(): Promise<Records> {
  // The browser asks whether its copy is the newest; all other files are named by it.
  const { ok, body } = await fetch(RECORDS, { cache: 'no-cache' });
  if (!ok || !body) throw new Error('The records of the search are not there.');
  return new Response(body.pipeThrough(new DecompressionStream('gzip'))).json();
}

const ask = session(
  {
    index: async () => prepare(await loadRecords()),
    text: ({ records }) => (records.text ? openText(`${DATA}${records.text}/`) : Promise.resolve(NO_TEXT)),
    pause: () => new Promise((resolve) => setTimeout(resolve, PAUSE)),
  },
  (reply) => postMessage(reply),
);

addEventListener('message', ({ data }: MessageEvent<Question>) => ask(data));
