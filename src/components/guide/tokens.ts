import { readFileSync } from 'node:fs';

/** A custom property of `tokens.css`. A colour has a value for each theme; anything else has the same twice. */
export interface Token {
  name: string;
  light: string;
  dark: string;
}

const TOKEN = /--([a-z-]+):\s*(?:light-dark\(([^,]+),\s*([^)]+)\)|([^;]+));/g;

/** The tokens of a stylesheet, in its order. */
export const tokensOf = (css: string): Token[] =>
  [...css.matchAll(TOKEN)].map(([, name = '', light, dark, value = '']) => ({
    name,
    light: light ?? value,
    dark: dark ?? value,
  }));

/** The tokens of the site. */
export const tokens = (): Token[] => tokensOf(readFileSync('src/styles/tokens.css', 'utf8'));

/** Tokens whose names begin so: `tokensNamed('text-')`. */
export const tokensNamed = (prefix: string): Token[] =>
  tokens().filter(({ name }) => name.startsWith(prefix));
