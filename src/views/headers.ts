import { createHash } from 'node:crypto';

const hashOf = (script: string) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

/** What a page may load and run. Nothing comes from another site, and no script but the given ones stands inline. */
const contentPolicy = (inlineScripts: readonly string[]): string =>
  Object.entries({
    'default-src': ["'none'"],
    // The full-text search runs as WebAssembly, which needs no other right to evaluate.
    'script-src': ["'self'", "'wasm-unsafe-eval'", ...inlineScripts.map(hashOf)],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'connect-src': ["'self'"],
    'worker-src': ["'self'"],
    'manifest-src': ["'self'"],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
  })
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join('; ');

/**
 * The headers of every answer, and those of files whose names change with their content, in the form of a
 * `_headers` file, which several static hosts read.
 */
export const headersText = (inlineScripts: readonly string[]): string =>
  `/*
  Content-Security-Policy: ${contentPolicy(inlineScripts)}
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
  Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=()
  Cross-Origin-Opener-Policy: same-origin
/_astro/*
  Cache-Control: public, max-age=31536000, immutable
/servers/*.json
  Access-Control-Allow-Origin: *
/servers/*.md
  Access-Control-Allow-Origin: *
/servers/*/policy.json
  Access-Control-Allow-Origin: *
/attacks/*.json
  Access-Control-Allow-Origin: *
/attacks/*.md
  Access-Control-Allow-Origin: *
/attacks.json
  Access-Control-Allow-Origin: *
/schemas/*
  Access-Control-Allow-Origin: *
`;
