import type { Attack } from '../model/attack.ts';
import { newestFirst } from './crosswalk.ts';
import type { ExportSite } from './export-site.ts';

const XML: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const xml = (text: string) => text.replace(/[&<>"']/g, (mark) => XML[mark] as string);
const timeOf = (day: string) => `${day}T00:00:00Z`;

const latestFirst = (one: Attack, other: Attack) =>
  one.modified === other.modified ? newestFirst(one, other) : one.modified < other.modified ? 1 : -1;

const feedEntry = (site: ExportSite, { id, title, summary, category, modified, created }: Attack) => {
  const url = xml(site.attackUrl(id));
  return [
    '  <entry>',
    `    <id>${url}</id>`,
    `    <title>${xml(title)}</title>`,
    `    <link href="${url}"/>`,
    `    <published>${timeOf(created)}</published>`,
    `    <updated>${timeOf(modified)}</updated>`,
    `    <category term="${xml(category)}"/>`,
    `    <summary>${xml(summary)}</summary>`,
    '  </entry>',
  ].join('\n');
};

/** An Atom feed (RFC 4287) of the entries that changed last. */
export function attacksFeed(attacks: Iterable<Attack>, site: ExportSite, max = 50): string {
  const entries = [...attacks].sort(latestFirst).slice(0, max);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `  <id>${xml(site.listUrl)}</id>`,
    `  <title>${xml(`${site.name}: attacks`)}</title>`,
    `  <link href="${xml(site.listUrl)}"/>`,
    `  <link rel="self" type="application/atom+xml" href="${xml(site.feedUrl)}"/>`,
    `  <updated>${timeOf(entries[0]?.modified ?? '1970-01-01')}</updated>`,
    `  <author><name>${xml(site.name)}</name></author>`,
    ...entries.map((attack) => feedEntry(site, attack)),
    '</feed>',
    '',
  ].join('\n');
}
