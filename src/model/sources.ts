import { z } from 'zod';

/** A data source: a public repository that the catalogue was taken from. */
export const Source = z.strictObject({
  /** The licence of the repository, as an SPDX expression. */
  licence: z.enum(['MIT', 'Apache-2.0', 'MIT OR Apache-2.0']),
  /** The commit that was read. */
  commit: z.string().regex(/^[0-9a-f]{12,40}$/, 'a commit hash of at least 12 hexadecimal digits'),
});
export type Source = z.output<typeof Source>;

/** `content/sources.json`: every data source by `owner/repository`, and the day they were read. */
export const Sources = z.strictObject({
  $schema: z.string().optional(),
  /** The day on which the sources were read, ISO 8601. */
  taken: z.iso.date(),
  sources: z.record(z.string().regex(/^[\w.-]+\/[\w.-]+$/, 'owner/repository'), Source),
});
export type Sources = z.output<typeof Sources>;
