import { spawnSync } from 'node:child_process';
import { findBrowser } from './browser.ts';

const run = (command: string, args: readonly string[]) => {
  console.log(`> ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
};

/**
 * The browser for the tests; where there is none, Playwright's own is installed, and where that cannot be
 * downloaded, Debian's, which takes root. Says what it does. Throws where no way leads to one.
 */
export function ensureBrowser(): string {
  const found = findBrowser();
  if (found) return found;
  console.log('There is no browser for the tests yet. Installing Playwright’s own Chromium.');
  run('npx', ['playwright', 'install', 'chromium']);
  const own = findBrowser();
  if (own) return own;
  console.log('It could not be downloaded. Installing Debian’s chromium.');
  if (run('apt-get', ['update', '-qq'])) run('apt-get', ['install', '-y', '-qq', 'chromium']);
  const debian = findBrowser();
  if (debian) return debian;
  throw new Error('No browser could be installed. Install Chromium, or name one in CHROMIUM_PATH.');
}
