const RESET_AFTER = 2000;

const textBeside = (button: HTMLElement): string =>
  button.closest('figure')?.querySelector('pre')?.textContent ?? '';

/** Saves the text of a figure as the file that its caption begins with. */
function save(button: HTMLElement): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([`${textBeside(button)}\n`]));
  link.download = button.parentElement?.firstElementChild?.textContent?.match(/[\w.-]+/)?.[0] ?? 'file.txt';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), RESET_AFTER);
  say(`${link.download} is being saved.`);
}

async function copy(button: HTMLElement): Promise<void> {
  const done = await navigator.clipboard.writeText(textBeside(button)).then(
    () => 'Copied',
    () => 'Press Ctrl+C',
  );
  const label = button.textContent;
  if (label === 'Copied' || label === 'Press Ctrl+C') return;
  button.textContent = done;
  say(done === 'Copied' ? 'Copied to the clipboard.' : 'The browser did not allow copying.');
  setTimeout(() => {
    button.textContent = label;
  }, RESET_AFTER);
}

/** Speaks a message to screen readers. */
function say(message: string): void {
  const region = document.getElementById('said') ?? document.body.appendChild(liveRegion());
  region.textContent = message;
}

function liveRegion(): HTMLElement {
  const region = document.createElement('div');
  region.id = 'said';
  region.className = 'unseen';
  region.setAttribute('role', 'status');
  return region;
}

function theme(): void {
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const now = root.dataset.theme ?? (dark ? 'dark' : 'light');
  root.dataset.theme = now === 'dark' ? 'light' : 'dark';
  say(`${root.dataset.theme === 'dark' ? 'Dark' : 'Light'} theme.`);
  try {
    localStorage.setItem('theme', root.dataset.theme);
  } catch {
    // Storage may be closed; the choice then lasts for this page.
  }
}

/** The simulator is large, so it comes with its first use. */
const simulate = (control: HTMLElement) =>
  import('../simulator/ui/tool-panel.ts').then(({ openPanel }) => openPanel(control));

/** The head of a column of a table that can be sorted. */
const sort = (button: HTMLElement) => import('../lists/tool-table.ts').then(({ sortBy }) => sortBy(button));

const actions: Record<string, (control: HTMLElement) => unknown> = { copy, save, theme, simulate, sort };

/** Does what the `data-do` of a control names. */
export const act = (control: HTMLElement): unknown => actions[control.dataset.do ?? '']?.(control);
