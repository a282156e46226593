import { parentPort, workerData } from 'node:worker_threads';
import { indexTexts } from './pagefind-index.ts';

/** Runs in a thread of its own: takes the texts, answers with the files of the index. */
parentPort?.postMessage(await indexTexts(workerData as string[]));
