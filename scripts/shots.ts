import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from './lib/browser.ts';
import { serve } from './lib/serve.ts';

const HELP = `Usage: npm run shots -- [options] [PATH ...]

Takes a screenshot of each page of a built site in light and dark, at 360 and
1440 pixels, full height. Without paths: one page of each template.

  --out DIR     the built site (default: dist)
  --to DIR      where the pictures go (default: .cache/shots)
  --fold        only the first screen of each page
  --help        show this text`;

const PAGES = [
  '/',
  '/search/?q=create_issue',
  '/tools/',
  '/servers/',
  '/unscanned/',
  '/levels/',
  '/levels/critical/',
  '/categories/',
  '/categories/execute/',
  '/topics/',
  '/topics/databases/',
  '/method/',
  '/about/',
  '/404.html',
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: 'dist' },
    to: { type: 'string', default: '.cache/shots' },
    fold: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}

mkdirSync(values.to, { recursive: true });
const site = await serve(values.out);
const browser = await launch();
for (const colorScheme of ['light', 'dark'] as const)
  for (const [width, height] of [
    [360, 740],
    [1440, 900],
  ] as const) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme });
    for (const path of positionals.length ? positionals : PAGES) {
      await page.goto(site.url + path, { waitUntil: 'networkidle' });
      const name = `${path.replace(/[^a-z0-9]+/gi, '_').replace(/^_|_$/g, '') || 'home'}-${width}-${colorScheme}.png`;
      await page.screenshot({ path: join(values.to, name), fullPage: !values.fold });
      console.log(join(values.to, name));
    }
    await page.close();
  }
await browser.close();
await site.close();
