import { button, h } from '../../client/dom.ts';
import { BOUNDS } from '../workspace.ts';
import { labelled, way } from './way.ts';

const WHAT = 'Paste tools/list, a client configuration, a log of calls, a policy or a policy test file';

/** Takes a text that is pasted, or a file. `read` gets it, `tell` what is wrong with it. */
export function ownWay(read: (text: string) => void, tell: (fault: string) => void): HTMLElement {
  const text = h('textarea', { rows: 6, spellcheck: 'false' });
  const file = h('input', { type: 'file', accept: '.json,.jsonl,.txt,application/json' });
  file.addEventListener('change', async () => {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    const size = Math.ceil(chosen.size / 2 ** 20);
    if (chosen.size > BOUNDS.paste)
      tell(`This file has ${size} MB; at most ${BOUNDS.paste / 2 ** 20} MB are read.`);
    else read(await chosen.text());
  });
  return way(
    'Your own',
    ...labelled(WHAT, text),
    h(
      'div',
      { class: 'row' },
      button('Read it', () => read(text.value)),
    ),
    ...labelled('or a file', file),
    h('p', { class: 'small soft' }, 'It is read in your browser and goes nowhere.'),
  );
}
