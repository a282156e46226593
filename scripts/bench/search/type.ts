import type { Page } from '@playwright/test';

/** What readers type: names whole and in part, words of sentences, misspelt and unknown words. */
const TYPED = [
  'create_auth_session',
  'createissue',
  'delete a bucket',
  'github',
  'send emial',
  'execute sql query',
  'read private files',
  'zzqqxx',
];
/** The time between two keys, in ms: about that of a good typist. */
const BETWEEN = 160;

interface Watched {
  times: number[];
  pressed: number | undefined;
}

/** Runs in the page: notes for each key the time until its answer has been painted. */
function watch(): void {
  const watched: Watched = { times: [], pressed: undefined };
  Object.assign(window, { watched });
  addEventListener('keydown', ({ timeStamp }) => Object.assign(watched, { pressed: timeStamp }), true);
  const painted = () => {
    const { pressed } = watched;
    watched.pressed = undefined;
    if (pressed === undefined) return;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => watched.times.push(performance.now() - pressed);
      port2.postMessage(undefined);
    });
  };
  const search = document.querySelector<HTMLElement>('site-search');
  if (!search) throw new Error('there is no search');
  new MutationObserver(() => search.dataset.state !== 'asked' && painted()).observe(search, {
    attributeFilter: ['data-state'],
  });
}

/** The times from a key press to the first results of its text on the screen, in ms. */
export async function timesOfKeys(page: Page): Promise<number[]> {
  await page.evaluate(watch);
  for (const text of TYPED) {
    await page.keyboard.type(text, { delay: BETWEEN });
    await page.locator('site-search[data-state=done]').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('site-search[data-state=done]').waitFor();
  }
  return page.evaluate(() => (window as unknown as { watched: Watched }).watched.times);
}
