import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { launch } from './lib/browser.ts';
import { ensureBrowser } from './lib/ensure-browser.ts';

const HELP = `Usage: npm run og [-- --out FILE]

Draws the picture that previews of links show, 1200 by 630 pixels, with the
browser of the tests: the name of the site and the marks of the risk levels.

  --out FILE   where it goes (default: public/og.png)
  --help       show this text`;

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'public/og.png' },
    help: { type: 'boolean', default: false },
  },
});

/** The size that Open Graph and X ask for in large cards. */
const SIZE = { width: 1200, height: 630 };
const TOKENS = readFileSync('src/styles/tokens.css', 'utf8');
const MARKS = readFileSync('src/components/risk-mark/risk-mark.css', 'utf8');
const LEVELS = ['critical', 'high', 'medium', 'low', 'unrated'];

const PAGE = `<!doctype html>
<html data-theme="dark"><meta charset="utf-8"><style>
@layer tokens, components;
${TOKENS}
${MARKS}
* { box-sizing: border-box; }
body { margin: 0; height: 630px; box-sizing: border-box; padding: 84px 96px; display: grid; align-content: space-between;
  font-family: var(--sans); color: var(--ink); background: var(--paper); border-bottom: 12px solid var(--accent); }
.name { display: flex; gap: 20px; align-items: center; font-size: 40px; font-weight: 700; }
.name svg { width: 56px; fill: var(--accent); }
h1 { margin: 0; font-size: 76px; line-height: 1.12; letter-spacing: -0.015em; max-width: 17ch; }
ul { list-style: none; margin: 0; padding: 0; display: flex; justify-content: space-between; font-size: 34px; }
</style>
<p class="name" style="margin:0"><svg viewBox="0 0 16 16"><path d="M8 0l7 2.5V8c0 4-3 6.8-7 8-4-1.2-7-4-7-8V2.5zM8 4.5a2 2 0 00-1 3.700V11h2V8.200a2 2 0 00-1-3.700z"/></svg>Callwarden</p>
<h1>What MCP tools can do, and the policy that contains them</h1>
<ul>${LEVELS.map((level) => `<li class="risk risk-${level}">${level}</li>`).join('')}</ul>
</html>`;

async function draw(path: string): Promise<void> {
  ensureBrowser();
  const browser = await launch();
  const page = await browser.newPage({ viewport: SIZE });
  await page.setContent(PAGE);
  await page.screenshot({ path });
  await browser.close();
  console.log(`${path} written`);
}

if (values.help) console.log(HELP);
else await draw(values.out);
