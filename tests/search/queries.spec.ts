import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { itemOf } from '../../src/search/item.ts';
import { prepare } from '../../src/search/prepare.ts';
import { RECORDS } from '../../src/search/records.ts';
import { amount, box, expect, found, results, test } from './site.ts';

/** What readers type, with the first results that it must show on the full catalogue. */
const Queries = z.array(
  z.strictObject({
    query: z.string(),
    /** The names of the first results; none means that there must be no result. */
    names: z.array(z.string()).optional(),
    /** Or their addresses, where it matters which of several it is. */
    paths: z.array(z.string()).optional(),
    /** What is looked for in its place. */
    instead: z.string().optional(),
  }),
);
const queries = Queries.parse(JSON.parse(readFileSync(new URL('queries.json', import.meta.url), 'utf8')));

test(`${queries.length} queries show what they should, first`, async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto('/search/');
  for (const { query, names, paths, instead } of queries)
    await test.step(query, async () => {
      await box(page).fill(query);
      await found(page);
      const expected = names ?? paths ?? [];
      const links = await results(page).evaluateAll((all) =>
        all.map((link) => ({ name: link.textContent, path: link.getAttribute('href') })),
      );
      const shown = links.slice(0, Math.max(1, expected.length));
      expect
        .soft(
          shown.map((link) => (names ? link.name : link.path)),
          query,
        )
        .toEqual(expected);
      if (instead !== undefined) await expect.soft(amount(page)).toContainText(`for “${instead}”`);
    });
});

test('every record leads to a page of the site', ({ baseURL }) => {
  expect(baseURL).toBeDefined();
  const folder = process.env.CALLWARDEN_SITE_DIR as string;
  const index = prepare(JSON.parse(gunzipSync(readFileSync(join(folder, RECORDS))).toString()));
  const missing = [...index.names.keys()]
    .map((record) => itemOf(index, record).href)
    .filter((href) => !existsSync(join(folder, href, 'index.html')));
  expect(missing).toEqual([]);
});
