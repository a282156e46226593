import { createHash } from 'node:crypto';

/** Which half of the reviewed servers a server is in. */
export type Half = 'tuned' | 'held';

/**
 * The reviewed servers in two halves, by the first byte of the SHA-256 of their ids: the classifier's words were
 * chosen on one, and the other says how well they do on servers that they were not chosen for.
 */
export const halfOf = (server: string): Half =>
  (createHash('sha256').update(server).digest()[0] ?? 0) % 2 === 0 ? 'tuned' : 'held';
