import { fetchRecords } from './packed.ts';
import { type Index, prepare } from './prepare.ts';
import { DATA } from './records.ts';
import { openSentences } from './sentences.ts';
import { type Question, session } from './session.ts';
import { openText } from './text.ts';

/** Answers the questions of a page in a thread of its own, so that typing and scrolling never wait. */

/** Between two keys of a quick typist; the sentences are searched when no key follows. */
const PAUSE = 120;

const folderOf = ({ records }: Index): string => `${DATA}${records.text}/`;

const ask = session(
  {
    index: async () => prepare(await fetchRecords()),
    text: (index) => openText(folderOf(index)),
    sentences: (index) => openSentences(folderOf(index)),
    pause: () => new Promise((resolve) => setTimeout(resolve, PAUSE)),
  },
  (reply) => postMessage(reply),
);

addEventListener('message', ({ data }: MessageEvent<Question>) => ask(data));
