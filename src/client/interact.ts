/** Waits for the first use of anything that needs a script, and only then loads that script. */
const controls = () => import('./controls.ts');
const search = () => import('../search/dialog.ts');

const closest = ({ target }: Event, selector: string) => (target as Element).closest?.<HTMLElement>(selector);

function openSearch(event: Event): void {
  event.preventDefault();
  search().then(
    ({ openSearch }) => openSearch(),
    () => location.assign('/search/'),
  );
}

addEventListener('click', (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (closest(event, '.search-link')) openSearch(event);
  const control = closest(event, '[data-do]');
  if (control) controls().then(({ act }) => act(control));
});

addEventListener('keydown', (event) => {
  const isSlash = event.key === '/' && !closest(event, 'input, textarea, select, [contenteditable]');
  const isK =
    event.key === 'k' && (event.ctrlKey || event.metaKey) && !closest(event, 'textarea, [contenteditable]');
  if ((isSlash || isK) && !event.defaultPrevented) openSearch(event);
});

/** Lists that a script filters and sorts: it comes when the focus does, or with an address that asks for it. */
const lists: Record<string, () => unknown> = {
  'tool-table': () => import('../lists/tool-table.ts'),
  'list-finder': () => import('../lists/list-finder.ts'),
};

for (const type of ['pointerover', 'focusin', 'input'])
  addEventListener(type, (event) => {
    if (closest(event, '.search-link')) search().then(({ prepareSearch }) => prepareSearch());
    for (const name in lists) if (closest(event, `${name} form`)) lists[name]?.();
  });

for (const name in lists) if (location.search && document.querySelector(name)) lists[name]?.();
