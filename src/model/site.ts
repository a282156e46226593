import { z } from 'zod';

/** `content/site.json`: where the site and its project live. Every field may be left out. */
export const Site = z.strictObject({
  $schema: z.string().optional(),
  /** The address of the site, with the folder it is served from, without a slash at the end. */
  url: z
    .url({ protocol: /^https?$/ })
    .regex(/[^/]$/, 'no slash at the end')
    .default('https://callwarden.example'),
  /** The issue tracker, where readers report an error. */
  issues: z.url({ protocol: /^https?$/ }).optional(),
  /**
   * Where the folder `content/` is opened for editing, without a slash at the end, such as
   * `https://github.com/owner/repository/edit/main/content`; the path of a file within it follows.
   */
  edit: z
    .url({ protocol: /^https?$/ })
    .regex(/[^/]$/, 'no slash at the end')
    .optional(),
});
export type Site = z.output<typeof Site>;
