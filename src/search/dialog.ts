import { button, h } from '../client/dom.ts';
import { routes } from '../routes.ts';
import type { SiteSearch } from './element.ts';

/** The search as a dialog over any page: the same element as on the search page, taken from there. */

async function fetchSearch(): Promise<SiteSearch> {
  const [page] = await Promise.all([fetch(routes.search), import('./element.ts')]);
  const html = new DOMParser().parseFromString(await page.text(), 'text/html');
  const search = document.importNode(html.querySelector('site-search') as SiteSearch, true);
  // The address stays that of the page below.
  search.removeAttribute('data-address');
  return search;
}

let loading: Promise<SiteSearch> | undefined;
const loaded = () => {
  loading ??= fetchSearch();
  return loading;
};

/** A box in the place of the search's own, so that no key is lost while that is loaded. */
const waitingBox = () =>
  h('input', {
    type: 'search',
    'aria-label': 'Search tools, servers and attacks',
    maxlength: '200',
    autocomplete: 'off',
  });

function newDialog(): HTMLDialogElement {
  const close = button('Close', () => dialog.close());
  const heading = h('h2', { id: 'search-heading' }, 'Search');
  const dialog = h(
    'dialog',
    { class: 'search-dialog', 'aria-labelledby': heading.id },
    h('div', { class: 'bar' }, heading, close),
  );
  dialog.addEventListener('search-close', () => dialog.close());
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
  // The search listens to the keys of the page while it is in it.
  dialog.addEventListener('close', () => dialog.remove());
  return dialog;
}

async function fill(dialog: HTMLDialogElement, waiting: HTMLInputElement): Promise<void> {
  const search = await loaded();
  waiting.replaceWith(search);
  if (!dialog.open) return;
  search.box.focus();
  if (waiting.value) search.type(waiting.value);
  else search.box.select();
}

/**
 * Opens the search over the page, or goes to that of the page where there is one. Where it cannot be loaded,
 * goes to the search page instead. The browser keeps the page below inert and gives the focus back.
 */
export async function openSearch(): Promise<void> {
  // A dialog that was just closed is told so, and leaves, a moment later.
  document.querySelector('.search-dialog:not([open])')?.remove();
  const there = document.querySelector<SiteSearch>('site-search');
  if (there) {
    there.box.focus();
    there.box.select();
    return;
  }
  if (document.querySelector('.search-dialog')) return;
  const dialog = newDialog();
  const waiting = waitingBox();
  dialog.append(waiting);
  document.body.append(dialog);
  dialog.showModal();
  waiting.focus();
  await fill(dialog, waiting).catch(() =>
    location.assign(`${routes.search}?q=${encodeURIComponent(waiting.value)}`),
  );
}

/** Loads the search and its index ahead of its use, unless the reader saves data. */
export function prepareSearch(): void {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (connection?.saveData || document.querySelector('site-search')) return;
  loaded().then(
    (search) => search.prepare(),
    () => {
      loading = undefined;
    },
  );
}
