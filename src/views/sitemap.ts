/** The most addresses that the sitemap protocol allows in one file. */
export const SITEMAP_MAX = 50_000;

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** One file of a sitemap. `urls` are whole addresses. */
export const sitemap = (urls: readonly string[]): string =>
  `${HEAD}<urlset ${SPACE}>\n${urls.map((url) => `<url><loc>${escapeXml(url)}</loc></url>`).join('\n')}\n</urlset>\n`;

/** The index of the files of a sitemap. */
export const sitemapIndex = (urls: readonly string[]): string =>
  `${HEAD}<sitemapindex ${SPACE}>\n${urls.map((url) => `<sitemap><loc>${escapeXml(url)}</loc></sitemap>`).join('\n')}\n</sitemapindex>\n`;
