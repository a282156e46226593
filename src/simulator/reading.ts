/** What reads and checks untrusted texts, apart from what decides: it brings the schema library. */
export { lint } from '../policy/lint.ts';
export { loadPolicy } from '../policy/load.ts';
