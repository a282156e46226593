/** The attack database as data for others: pure functions from entries to files. */
export { atlasLayer } from './atlas-layer.ts';
export { attacksCsv } from './attacks-csv.ts';
export { attacksFeed } from './attacks-feed.ts';
export { AttackRecord, AttacksFile, attacksJson } from './attacks-json.ts';
export { type CrosswalkFramework, type CrosswalkRow, crosswalk } from './crosswalk.ts';
export type { ExportSite } from './export-site.ts';
