import { RE2JS } from 're2js';
import type { RegexCompiler } from './regex.ts';

/**
 * How large a pattern may become when it is compiled, in instructions. The time of a search grows with the length of
 * the text times this; without a bound, 1,000 characters such as `.{1000}.{1000}…` make 140,000.
 */
const SIZE_MAX = 5000;

/** RE2 by re2js. Import this module only where the library may be loaded for every document. */
export const re2: RegexCompiler = (pattern) => {
  try {
    const compiled = RE2JS.compile(pattern);
    const size = compiled.programSize();
    if (size > SIZE_MAX) return { fault: `too large: ${size} instructions, at most ${SIZE_MAX}` };
    return (text) => compiled.test(text);
  } catch (error) {
    return { fault: error instanceof Error ? error.message : 'not RE2 syntax' };
  }
};
