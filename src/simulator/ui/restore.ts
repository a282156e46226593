import { button, h } from '../../client/dom.ts';
import { visible } from '../../views/text.ts';
import type { ServiceClient } from '../client.ts';
import { plural } from '../words.ts';
import { callCount, type Workspace } from '../workspace.ts';

/** A policy in a link is shown as far as this; all of it is in the editor after it is opened. */
const SHOWN = 2000;

function summary({ title, entries, policy }: Workspace): HTMLElement[] {
  const calls = callCount(entries);
  const tools = [...new Set(entries.map(({ tool }) => tool))];
  const named =
    tools.slice(0, 5).map(visible).join(', ') + (tools.length > 5 ? ` and ${tools.length - 5} more` : '');
  return [
    h('p', {}, 'This link holds a session: ', h('b', {}, visible(title || 'without a name')), '.'),
    h('p', { class: 'small' }, calls ? `${plural(calls, 'call')} of ${named}.` : 'No calls.'),
    h(
      'details',
      {},
      h('summary', {}, 'Its policy'),
      h('pre', { tabindex: '0' }, visible(policy.slice(0, SHOWN)).replaceAll('\\u{a}', '\n')),
    ),
  ];
}

/** Says what a link holds, and opens it when somebody agrees. Nothing of it is run before. */
export async function restored(
  fragment: string,
  service: ServiceClient,
  notice: HTMLElement,
  open: (workspace: Workspace) => void,
): Promise<void> {
  const close = () => {
    notice.hidden = true;
    history.replaceState(null, '', location.pathname);
  };
  notice.hidden = false;
  const found = await service.ask({ do: 'link', fragment });
  if ('fault' in found) {
    notice.replaceChildren(
      h(
        'p',
        { role: 'alert' },
        `This link cannot be opened. ${visible(found.fault)} Nothing of yours is changed.`,
      ),
      h('div', { class: 'row' }, button('Go on', close)),
    );
    return;
  }
  const agree = () => {
    close();
    open(found.workspace);
  };
  notice.replaceChildren(
    ...summary(found.workspace),
    h(
      'div',
      { class: 'row' },
      button('Open it', agree, { class: 'primary' }),
      button('Keep what is here', close),
    ),
  );
  notice.querySelector('button')?.focus();
}
