import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { serve } from './lib/serve.ts';

const HELP = `Usage: npm run preview -- [options]

Serves the built site.

  --out DIR     the built site (default: dist)
  --port N      the port (default: 4321)
  --host NAME   the host name or address to listen on (default: localhost)
  --help        show this text`;

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'dist' },
    port: { type: 'string', default: '4321' },
    host: { type: 'string', default: 'localhost' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(HELP);
} else if (!existsSync(values.out)) {
  console.error(`There is no built site in ${values.out}. Run npm run build first.`);
  process.exitCode = 1;
} else {
  const { url } = await serve(values.out, Number(values.port), values.host);
  console.log(`Serving ${values.out} on ${url} (Ctrl+C ends it)`);
}
