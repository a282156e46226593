import { RE2JS } from 're2js';
import type { RegexCompiler } from './regex.ts';

/** RE2 by re2js. Import this module only where the library may be loaded for every document. */
export const re2: RegexCompiler = (pattern) => {
  try {
    const compiled = RE2JS.compile(pattern);
    return (text) => compiled.test(text);
  } catch (error) {
    return { fault: error instanceof Error ? error.message : 'not RE2 syntax' };
  }
};
