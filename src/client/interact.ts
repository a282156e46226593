/** Waits for the first use of a control and only then loads what the controls do. */
const load = () => import('./controls.ts');

addEventListener('click', (event) => {
  const control = (event.target as Element).closest<HTMLElement>('[data-do]');
  if (control) load().then(({ act }) => act(control));
});

addEventListener('keydown', (event) => {
  if (event.key === '/' && !(event.target as Element).closest('input, textarea, select, [contenteditable]')) {
    event.preventDefault();
    location.assign(document.querySelector<HTMLAnchorElement>('.search-link')?.href ?? '/search/');
  }
});
